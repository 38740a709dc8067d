package io.mnemolite.server.mcp.tool;

/**
 * One thing an agent can ask for. Its schemas come from two records; components that may be null are optional.
 *
 * @param <A> the arguments
 * @param <R> the structured result
 */
public interface Tool<A extends Record, R extends Record> {

    ToolDescription description();

    Class<A> arguments();

    Class<R> result();

    /** Whether it may work for minutes, longer than any other request may. */
    default boolean takesLong() {
        return false;
    }

    /**
     * Does the work, on a thread that may block.
     *
     * @throws io.mnemolite.core.error.MnemoliteException with a sentence for the agent
     */
    ToolAnswer<R> call(A arguments, ToolCall call);
}
