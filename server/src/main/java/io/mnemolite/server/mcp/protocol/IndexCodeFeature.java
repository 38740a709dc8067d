package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.server.mcp.code.IndexCodeTool;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolSchemas;
import io.quarkiverse.mcp.server.Cancellation;
import io.quarkiverse.mcp.server.InputSchemaGenerator;
import io.quarkiverse.mcp.server.OutputSchemaGenerator;
import io.quarkiverse.mcp.server.Progress;
import io.quarkiverse.mcp.server.RawMessage;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The tool that takes long: only a declared one answers with a stream that progress can be told on. */
@Singleton
public class IndexCodeFeature {

    private final Agents agents;
    private final Sessions sessions;

    @Inject
    public IndexCodeFeature(Agents agents, Sessions sessions) {
        this.agents = agents;
        this.sessions = sessions;
    }

    @Tool(
            name = IndexCodeTool.NAME,
            description = IndexCodeTool.TEXT,
            annotations =
                    @Tool.Annotations(
                            title = IndexCodeTool.TITLE,
                            readOnlyHint = false,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Input.class),
            outputSchema = @Tool.OutputSchema(generator = Output.class))
    @RunOnVirtualThread
    public ToolResponse indexCode(RawMessage raw, Progress progress, Cancellation cancellation) {
        JsonNode message = sessions.message(raw.asString());
        try {
            ToolCall call = Calls.call(
                    sessions.request().getCurrent(),
                    message,
                    told(progress),
                    () -> cancellation.check().isRequested());
            return Sessions.response(agents.dispatcher().call(agents.indexCode(), Calls.arguments(message), call));
        } catch (RuntimeException e) {
            return ToolResponse.error(Failures.sentence(e));
        }
    }

    private static ToolCall.Progress told(Progress progress) {
        if (progress.token().isEmpty()) {
            return ToolCall.Progress.NONE;
        }
        return (done, total, sentence) -> progress.notificationBuilder()
                .setProgress(done)
                .setTotal(total)
                .setMessage(sentence)
                .build()
                .sendAndForget();
    }

    /** Of the arguments. */
    @Singleton
    public static class Input implements InputSchemaGenerator<Object> {

        private final Agents agents;

        @Inject
        public Input(Agents agents) {
            this.agents = agents;
        }

        @Override
        public Object generate(ToolManager.ToolInfo tool) {
            return Sessions.plain(ToolSchemas.input(agents.indexCode()));
        }
    }

    /** Of the result. */
    @Singleton
    public static class Output implements OutputSchemaGenerator {

        private final Agents agents;

        @Inject
        public Output(Agents agents) {
            this.agents = agents;
        }

        @Override
        public Object generate(Class<?> from) {
            return Sessions.plain(ToolSchemas.output(agents.indexCode()));
        }
    }
}
