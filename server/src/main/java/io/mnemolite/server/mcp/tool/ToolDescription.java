package io.mnemolite.server.mcp.tool;

/**
 * What a client shows of a tool before it is called.
 *
 * @param text when to use it, for a language model
 * @param readOnly whether it changes nothing
 * @param destructive whether what it changes may be lost
 * @param idempotent whether a second call with the same arguments changes nothing more
 */
public record ToolDescription(
        String name, String title, String text, boolean readOnly, boolean destructive, boolean idempotent) {

    /** A tool that only reads. */
    public static ToolDescription reading(String name, String title, String text) {
        return new ToolDescription(name, title, text, true, false, true);
    }
}
