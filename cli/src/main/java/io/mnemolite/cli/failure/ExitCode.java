package io.mnemolite.cli.failure;

/** What the process says to its caller; scripts rely on the numbers. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    NO_SERVER(3),
    REFUSED(4),
    /** A name stands for several things, and only the caller can choose. */
    AMBIGUOUS(5),
    /** A deployment ended on the release before it. */
    UNDONE(6),
    /** Somebody else does what only one may do at a time. */
    BUSY(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
