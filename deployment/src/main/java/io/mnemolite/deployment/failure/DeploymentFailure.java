package io.mnemolite.deployment.failure;

import org.jspecify.annotations.Nullable;

/** What kept a deployment from ending as asked, in full sentences. */
public final class DeploymentFailure extends RuntimeException {

    /** How the caller has to take it. */
    public enum Kind {
        /** What was asked for makes no sense, or a setting does not. */
        INVALID,
        /** Something that should work did not. */
        FAILED,
        /** The new release was given up, and the one before it serves. */
        UNDONE,
        /** Another deployment runs, or somebody else owns the database. */
        BUSY
    }

    private final Kind kind;

    public DeploymentFailure(Kind kind, String sentences) {
        this(kind, sentences, null);
    }

    public DeploymentFailure(Kind kind, String sentences, @Nullable Throwable cause) {
        super(sentences, cause);
        this.kind = kind;
    }

    public static DeploymentFailure invalid(String sentences) {
        return new DeploymentFailure(Kind.INVALID, sentences);
    }

    public static DeploymentFailure failed(String sentences) {
        return new DeploymentFailure(Kind.FAILED, sentences);
    }

    public static DeploymentFailure failed(String sentences, Throwable cause) {
        return new DeploymentFailure(Kind.FAILED, sentences, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** The sentences to show. */
    public String sentences() {
        return String.valueOf(getMessage());
    }
}
