package io.mnemolite.server.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.token.TokenCount;
import io.mnemolite.server.mcp.text.DataText;
import java.util.function.IntFunction;

/** The result of a call as it goes over the wire, and how much of an answer fits into it. */
public final class Reply {

    /** What surrounds a result in its message. */
    private static final int ENVELOPE_TOKENS = 40;

    private Reply() {}

    /** The wire form: a text block, and the same as a structure; neither holds a character that hides. */
    public static ObjectNode of(ToolAnswer<?> answer) {
        ObjectNode reply = Wire.MAPPER.createObjectNode();
        reply.putArray("content").addObject().put("type", "text").put("text", DataText.clean(answer.text()));
        reply.set("structuredContent", DataText.clean(Wire.tree(answer.result())));
        return reply.put("isError", false);
    }

    /** A failure, as a sentence for the agent. */
    public static ObjectNode failure(String sentence) {
        ObjectNode reply = Wire.MAPPER.createObjectNode();
        reply.putArray("content").addObject().put("type", "text").put("text", sentence);
        return reply.put("isError", true);
    }

    /** What the whole message costs. */
    public static int tokens(ToolAnswer<?> answer) {
        return ENVELOPE_TOKENS + TokenCount.of(of(answer).toString());
    }

    /**
     * The answer with as much as fits.
     *
     * @param most how much there is, in whatever unit {@code compose} takes
     * @param compose the answer with the first so many; one with more is never cheaper, and one with 0 should fit
     */
    public static <R extends Record> Fitted<R> fit(int most, int maxTokens, IntFunction<ToolAnswer<R>> compose) {
        ToolAnswer<R> whole = compose.apply(most);
        if (tokens(whole) <= maxTokens) {
            return new Fitted<>(whole, most);
        }
        int fits = 0;
        int tooMuch = most;
        ToolAnswer<R> best = compose.apply(0);
        while (tooMuch - fits > 1) {
            int middle = (fits + tooMuch) >>> 1;
            ToolAnswer<R> answer = compose.apply(middle);
            if (tokens(answer) <= maxTokens) {
                fits = middle;
                best = answer;
            } else {
                tooMuch = middle;
            }
        }
        return new Fitted<>(best, fits);
    }

    /** An answer that fits, and how much is in it. */
    public record Fitted<R extends Record>(ToolAnswer<R> answer, int count) {}
}
