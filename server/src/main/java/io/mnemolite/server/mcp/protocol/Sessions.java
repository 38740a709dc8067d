package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.mcp.resource.Addresses;
import io.mnemolite.server.mcp.resource.BootPrompt;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import io.mnemolite.server.mcp.tool.ToolSchemas;
import io.mnemolite.server.mcp.tool.Wire;
import io.mnemolite.server.request.Json;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.PromptManager;
import io.quarkiverse.mcp.server.PromptMessage;
import io.quarkiverse.mcp.server.PromptResponse;
import io.quarkiverse.mcp.server.ResourceResponse;
import io.quarkiverse.mcp.server.ResourceTemplateManager;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.TextResourceContents;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Hands what agents are offered to the extension, which speaks the revisions with sessions. */
@ApplicationScoped
public class Sessions {

    private final Agents agents;
    private final CurrentVertxRequest request;

    @Inject
    public Sessions(Agents agents, CurrentVertxRequest request) {
        this.agents = agents;
        this.request = request;
    }

    void register(
            @Observes StartupEvent start, ToolManager tools, ResourceTemplateManager templates, PromptManager prompts) {
        for (Tool<?, ?> tool : agents.dispatcher().tools()) {
            // The one that tells of its progress is declared by its annotation, see IndexCodeFeature.
            if (tool != agents.indexCode()) {
                register(tool, tools);
            }
        }
        Addresses.templates().forEach(template -> register(template, templates));
        prompts.newPrompt(BootPrompt.NAME)
                .setTitle("Boot")
                .setDescription(BootPrompt.DESCRIPTION)
                .setHandler(
                        arguments -> PromptResponse.withMessages(PromptMessage.withUserRole(
                                text(() -> agents.boot().text(call()), Failures.INVALID_PARAMS))),
                        true)
                .register();
    }

    private void register(Tool<?, ?> tool, ToolManager tools) {
        ToolDescription of = tool.description();
        tools.newTool(of.name())
                .setDescription(of.text())
                .setAnnotations(new ToolManager.ToolAnnotations(
                        of.title(), of.readOnly(), of.destructive(), of.idempotent(), false))
                .setInputSchema(new LazySchema(() -> ToolSchemas.input(tool)))
                .setOutputSchema(new LazySchema(() -> ToolSchemas.output(tool)))
                .setHandler(arguments -> answer(tool, arguments), true)
                .register();
    }

    private ToolResponse answer(Tool<?, ?> tool, ToolManager.ToolArguments arguments) {
        JsonNode message = message(arguments.rawMessage().asString());
        try {
            ToolCall call = Calls.call(
                    request.getCurrent(),
                    message,
                    ToolCall.Progress.NONE,
                    () -> arguments.cancellation().check().isRequested());
            return response(agents.dispatcher().call(tool, Calls.arguments(message), call));
        } catch (RuntimeException e) {
            return ToolResponse.error(Failures.sentence(e));
        }
    }

    /**
     * The message as it came, with every digit of its numbers; of a batch, the part that the extension read.
     *
     * @param read what the extension made of it
     */
    JsonNode message(String read) {
        JsonNode whole = request.getCurrent() == null ? null : Calls.message(request.getCurrent());
        return whole != null && whole.isObject() && whole.has("method")
                ? whole
                : Json.parseParameter(read).orElseGet(Wire.MAPPER::createObjectNode);
    }

    CurrentVertxRequest request() {
        return request;
    }

    static ToolResponse response(ObjectNode reply) {
        return new ToolResponse(
                reply.path("isError").asBoolean(),
                List.of(new TextContent(
                        reply.path("content").path(0).path("text").asText())),
                reply.has("structuredContent") ? plain(reply.get("structuredContent")) : null,
                Map.of());
    }

    private void register(Addresses.Template template, ResourceTemplateManager templates) {
        templates
                .newResourceTemplate(template.name())
                .setTitle(template.title())
                .setDescription(template.description())
                .setUriTemplate(template.uriTemplate())
                .setMimeType(Addresses.MIME_TYPE)
                .setHandler(
                        arguments -> {
                            String uri = arguments.requestUri().value();
                            String text = text(() -> agents.addresses().read(uri, call()), Failures.RESOURCE_NOT_FOUND);
                            return new ResourceResponse(new TextResourceContents(uri, text, Addresses.MIME_TYPE));
                        },
                        true)
                .register();
    }

    private ToolCall call() {
        return Calls.call(request.getCurrent(), Wire.MAPPER.createObjectNode(), ToolCall.Progress.NONE, () -> false);
    }

    private String text(Callable<String> work, int notFound) {
        try {
            return agents.dispatcher().read(work);
        } catch (Exception e) {
            throw new McpException(Failures.sentence(e), e, Failures.code(e, notFound));
        }
    }

    /** Maps and lists, which the extension's own JSON takes. */
    static Object plain(JsonNode node) {
        return Wire.MAPPER.convertValue(node, Object.class);
    }
}
