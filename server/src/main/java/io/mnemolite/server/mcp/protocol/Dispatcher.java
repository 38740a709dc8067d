package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs tools and reads resources, each in one of the server's places and under its deadline. */
final class Dispatcher {

    /** A directory may be read and parsed for minutes, longer than any other request may take. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Tool<?, ?>> tools = new LinkedHashMap<>();
    private final Admission admission;

    Dispatcher(List<Tool<?, ?>> tools, Admission admission) {
        tools.forEach(tool -> this.tools.put(tool.description().name(), tool));
        this.admission = admission;
    }

    Iterable<Tool<?, ?>> tools() {
        return tools.values();
    }

    Optional<Tool<?, ?>> tool(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    /** The result of a call on the wire; a failure of the work is one too. */
    ObjectNode call(Tool<?, ?> tool, JsonNode arguments, ToolCall call) {
        try {
            Duration deadline = tool.takesLong() ? LONGEST : admission.deadline();
            return Reply.of(Deadline.after(deadline).call(() -> admitted(() -> answer(tool, arguments, call))));
        } catch (Exception e) {
            return Reply.failure(Failures.sentence(e));
        }
    }

    /** The text that {@code work} makes. */
    String read(Callable<String> work) throws Exception {
        return Deadline.after(admission.deadline()).call(() -> admitted(work));
    }

    private static <A extends Record, R extends Record> ToolAnswer<R> answer(
            Tool<A, R> tool, JsonNode arguments, ToolCall call) {
        return tool.call(Arguments.read(arguments, tool.arguments()), call);
    }

    @SuppressWarnings("unchecked")
    private <T> T admitted(Callable<T> work) throws Exception {
        return (T) admission.run(work::call);
    }
}
