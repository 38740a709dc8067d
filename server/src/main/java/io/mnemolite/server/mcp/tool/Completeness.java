package io.mnemolite.server.mcp.tool;

/** Whether an answer can miss something. */
public final class Completeness {

    /** This is all there is. */
    public static final String EXACT = "exact";

    /** There may be more than is said. */
    public static final String LOWER_BOUND = "lower_bound";

    private Completeness() {}

    public static String of(boolean isExact) {
        return isExact ? EXACT : LOWER_BOUND;
    }
}
