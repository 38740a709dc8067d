package io.mnemolite.server.mcp.tool;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.IdempotencyKey;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a call.
 *
 * @param project to which the client is bound, as the address of its endpoint says; null when it sees everything
 * @param key under which the same call may come again after its answer was lost; null when it has none
 * @param progress hears how far the work is
 * @param cancelled whether the client has lost interest
 */
public record ToolCall(
        @Nullable String project, @Nullable IdempotencyKey key, Progress progress, BooleanSupplier cancelled) {

    /** Hears how far a call is. */
    @FunctionalInterface
    public interface Progress {

        /** Nobody listens. */
        Progress NONE = (done, total, sentence) -> {};

        void at(long done, long total, String sentence);
    }

    /** A call of a client that sees everything, with no more around it. */
    public static ToolCall plain() {
        return new ToolCall(null, null, Progress.NONE, () -> false);
    }

    /** The same call as seen by a client of one project. */
    public ToolCall in(@Nullable String boundTo) {
        return new ToolCall(boundTo, key, progress, cancelled);
    }

    /**
     * The repository to look at: the one asked for, which for a bound client is its project alone; null means all.
     *
     * @throws MnemoliteException when a bound client asks for another one
     */
    public @Nullable String repository(@Nullable String wanted) {
        if (project == null) {
            return wanted;
        }
        if (wanted != null && !wanted.equals(project)) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "This connection is bound to the project '" + project + "', so the repository cannot be '" + wanted
                            + "'; leave it out.");
        }
        return project;
    }

    /** The same key for another write of the same call; null when there is none. */
    public @Nullable IdempotencyKey key(String part) {
        return key == null ? null : new IdempotencyKey(key.key(), key.route() + " " + part, key.bodyHash());
    }
}
