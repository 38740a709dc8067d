package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.mcp.resource.Addresses;
import io.mnemolite.server.mcp.resource.BootPrompt;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.Wire;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The revision 2026-07-28: every request stands alone and says in its headers and in {@code _meta} what a session would know.
 * The extension does not speak it, so that it is served here, with the same tools.
 */
@ApplicationScoped
public class Stateless {

    private static final String META = "io.modelcontextprotocol/";
    private static final String METHOD_HEADER = "Mcp-Method";
    private static final String NAME_HEADER = "Mcp-Name";

    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;

    private final Agents agents;
    private final ExecutorService threads;

    @Inject
    public Stateless(Agents agents, @VirtualThreads ExecutorService threads) {
        this.agents = agents;
        this.threads = threads;
    }

    /** Whether a request is one of this revision, or of a later one. */
    boolean isAddressed(RoutingContext context) {
        String version = context.request().getHeader(ProtocolVersions.HEADER);
        return ProtocolVersions.isStateless(version)
                || (version == null && context.request().getHeader(METHOD_HEADER) != null)
                || meta(Calls.message(context)).has(META + "protocolVersion");
    }

    /** Answers it. */
    void answer(RoutingContext context) {
        if (!context.request().method().equals(HttpMethod.POST)) {
            context.response().putHeader("Allow", "POST");
            JsonRpc.refuse(context, 405, null, JsonRpc.INVALID_REQUEST, "This revision knows POST alone.");
            return;
        }
        JsonNode message = Calls.message(context);
        if (!message.isObject() || !message.has("method")) {
            JsonRpc.refuse(context, 400, null, JsonRpc.INVALID_REQUEST, "Send one request in each POST.");
            return;
        }
        Refusal refusal = refusal(context, message);
        if (refusal != null) {
            JsonRpc.send(
                    context, 400, JsonRpc.error(message.get("id"), refusal.code(), refusal.sentence(), refusal.data()));
            return;
        }
        if (!message.has("id")) {
            // Notifications change nothing here: a call is cancelled by closing its connection.
            context.response().setStatusCode(202).end();
            return;
        }
        threads.execute(() -> work(context, message));
    }

    /** Why a request is not answered. */
    private record Refusal(
            int code, String sentence, @Nullable ObjectNode data) {}

    private static @Nullable Refusal refusal(RoutingContext context, JsonNode message) {
        JsonNode meta = meta(message);
        JsonNode version = meta.path(META + "protocolVersion");
        String header = context.request().getHeader(ProtocolVersions.HEADER);
        if (header == null || (version.isTextual() && !version.textValue().equals(header.strip()))) {
            return mismatch(ProtocolVersions.HEADER, header, version.isTextual() ? version.textValue() : "the version");
        }
        if (message.has("id")
                && (!version.isTextual()
                        || !meta.path(META + "clientCapabilities").isObject())) {
            return new Refusal(
                    Failures.INVALID_PARAMS,
                    "params._meta needs " + META + "protocolVersion and " + META + "clientCapabilities.",
                    null);
        }
        if (!header.strip().equals(ProtocolVersions.STATELESS)) {
            ObjectNode data = Wire.MAPPER.createObjectNode();
            data.putArray("supported").add(ProtocolVersions.STATELESS);
            data.put("requested", header.strip());
            return new Refusal(
                    UNSUPPORTED_VERSION,
                    "The revision '" + header.strip() + "' is not served; use " + ProtocolVersions.STATELESS + ".",
                    data);
        }
        String method = message.path("method").asText();
        String methodHeader = context.request().getHeader(METHOD_HEADER);
        if (methodHeader == null || !methodHeader.strip().equals(method)) {
            return mismatch(METHOD_HEADER, methodHeader, method);
        }
        JsonNode name = message.path("params").path(method.equals("resources/read") ? "uri" : "name");
        if (method.equals("tools/call") || method.equals("prompts/get") || method.equals("resources/read")) {
            String nameHeader = decoded(context.request().getHeader(NAME_HEADER));
            if (!name.asText().equals(nameHeader)) {
                return mismatch(NAME_HEADER, nameHeader, name.asText());
            }
        }
        return null;
    }

    private static Refusal mismatch(String header, @Nullable String value, String body) {
        return new Refusal(
                HEADER_MISMATCH,
                "The header " + header + " is " + (value == null ? "missing" : "'" + value + "'")
                        + ", but the body says '" + body + "'; send the same in both.",
                null);
    }

    /** The value of a header that may be wrapped as {@code =?base64?…?=}. */
    private static @Nullable String decoded(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (!value.startsWith("=?base64?") || !value.endsWith("?=") || value.length() < 11) {
            return value;
        }
        try {
            return new String(
                    Base64.getDecoder().decode(value.substring(9, value.length() - 2)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void work(RoutingContext context, JsonNode message) {
        JsonNode id = message.get("id");
        Events events = new Events(context, meta(message).path("progressToken"));
        try {
            Optional<ObjectNode> result = result(context, message, events);
            if (result.isEmpty()) {
                String sentence =
                        "There is no method '" + message.path("method").asText() + "' in this revision.";
                events.end(404, JsonRpc.error(id, JsonRpc.METHOD_NOT_FOUND, sentence, null));
                return;
            }
            ObjectNode complete = result.get().put("resultType", "complete");
            complete.withObject("/_meta").set(META + "serverInfo", agents.serverInfo());
            events.end(200, JsonRpc.result(id, complete));
        } catch (Exception e) {
            JsonNode uri = message.path("params").path("uri");
            ObjectNode data = uri.isTextual() ? Wire.MAPPER.createObjectNode().set("uri", uri) : null;
            events.end(200, JsonRpc.error(id, Failures.code(e, Failures.INVALID_PARAMS), Failures.sentence(e), data));
        }
    }

    private Optional<ObjectNode> result(RoutingContext context, JsonNode message, Events events) throws Exception {
        JsonNode params = message.path("params");
        ToolCall call = Calls.call(context, message, events, events::isClosed);
        ObjectNode result = Wire.MAPPER.createObjectNode();
        return Optional.ofNullable(
                switch (message.path("method").asText()) {
                    case "server/discover" -> cached(discover(result));
                    case "tools/list" ->
                        cached(result.set(
                                "tools", Catalogue.tools(agents.dispatcher().tools())));
                    case "tools/call" -> {
                        String name = params.path("name").asText();
                        Tool<?, ?> tool =
                                agents.dispatcher().tool(name).orElseThrow(() -> agents.unknown("tool", name));
                        yield agents.dispatcher().call(tool, Calls.arguments(message), call);
                    }
                    case "resources/list" -> cached(result.set("resources", Wire.MAPPER.createArrayNode()));
                    case "resources/templates/list" ->
                        cached(result.set("resourceTemplates", Catalogue.resourceTemplates()));
                    case "resources/read" -> {
                        String uri = params.path("uri").asText();
                        String text = agents.dispatcher()
                                .read(() -> agents.addresses().read(uri, call));
                        result.putArray("contents")
                                .addObject()
                                .put("uri", uri)
                                .put("mimeType", Addresses.MIME_TYPE)
                                .put("text", text);
                        yield cached(result);
                    }
                    case "prompts/list" -> cached(result.set("prompts", Catalogue.prompts()));
                    case "prompts/get" -> {
                        String name = params.path("name").asText();
                        if (!name.equals(BootPrompt.NAME)) {
                            throw agents.unknown("prompt", name);
                        }
                        String text =
                                agents.dispatcher().read(() -> agents.boot().text(call));
                        ObjectNode prompt = result.put("description", BootPrompt.DESCRIPTION)
                                .putArray("messages")
                                .addObject()
                                .put("role", "user");
                        prompt.putObject("content").put("type", "text").put("text", text);
                        yield result;
                    }
                    default -> null;
                });
    }

    private ObjectNode discover(ObjectNode result) {
        result.putArray("supportedVersions").add(ProtocolVersions.STATELESS);
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("resources");
        capabilities.putObject("prompts");
        return result.put("instructions", agents.instructions());
    }

    /** Nothing may be kept: memories and code change at any time. */
    private static ObjectNode cached(ObjectNode result) {
        return result.put("ttlMs", 0).put("cacheScope", "private");
    }

    private static JsonNode meta(JsonNode message) {
        return message.path("params").path("_meta");
    }

    /** The answer to one request: JSON, or events once there is progress to tell. */
    private static final class Events implements ToolCall.Progress {

        private final RoutingContext context;
        private final JsonNode token;
        private boolean streams;

        Events(RoutingContext context, JsonNode token) {
            this.context = context;
            this.token = token;
        }

        boolean isClosed() {
            return context.response().closed();
        }

        @Override
        public synchronized void at(long done, long total, String sentence) {
            if (!(token.isTextual() || token.isIntegralNumber())) {
                return;
            }
            ObjectNode notification =
                    Wire.MAPPER.createObjectNode().put("jsonrpc", "2.0").put("method", "notifications/progress");
            ObjectNode params = notification.putObject("params");
            params.set("progressToken", token);
            params.put("progress", done).put("total", total).put("message", sentence);
            if (!streams) {
                streams = true;
                context.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            }
            write(notification);
        }

        synchronized void end(int status, ObjectNode message) {
            if (isClosed()) {
                return;
            }
            if (streams) {
                write(message);
                context.response().end();
            } else {
                JsonRpc.send(context, status, message);
            }
        }

        private void write(ObjectNode message) {
            if (!isClosed()) {
                context.response().write("event: message\ndata: " + message + "\n\n");
            }
        }
    }
}
