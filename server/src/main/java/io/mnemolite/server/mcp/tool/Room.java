package io.mnemolite.server.mcp.tool;

import org.jspecify.annotations.Nullable;

/** How much room an agent gives a reply. */
public final class Room {

    /** Below it, not even an empty answer with its reasons fits. */
    private static final int LEAST = 300;

    private static final int MOST = 100_000;

    private Room() {}

    /** The argument {@code max_tokens}. */
    public static int tokens(@Nullable Integer given, int byDefault) {
        return Arguments.within(given, "max_tokens", byDefault, LEAST, MOST);
    }
}
