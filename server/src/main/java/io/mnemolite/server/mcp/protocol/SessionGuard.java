package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.front.McpPaths;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Set;

/**
 * What the extension that serves sessions is shown: nothing that it would leave without an answer, or answer as a failure of
 * the server. Methods that are not offered are refused here; arguments are read by the tools themselves, so that it sees
 * none, for it cannot bear a null.
 */
final class SessionGuard {

    private static final String SESSION = "Mcp-Session-Id";

    private static final Set<String> METHODS = Set.of(
            "initialize",
            "ping",
            "logging/setLevel",
            "tools/list",
            "tools/call",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "prompts/list",
            "prompts/get");

    /** Whether the request may go on; if not, it has been answered. */
    boolean takes(RoutingContext context, String path) {
        JsonNode message = Calls.message(context);
        if (!context.request().method().equals(HttpMethod.POST) || !message.isObject()) {
            return true;
        }
        String method = message.path("method").asText();
        boolean isRequest = message.has("method") && message.has("id");
        if (isRequest && !METHODS.contains(method)) {
            // A client of the old transport reads no body here: only by the status does it know that no answer comes.
            JsonRpc.refuse(
                    context,
                    McpPaths.isEndpoint(path) ? 200 : 400,
                    message.get("id"),
                    JsonRpc.METHOD_NOT_FOUND,
                    "There is no method '" + method + "'.");
            return false;
        }
        if (method.equals("logging/setLevel")
                && !message.path("params").path("level").isTextual()) {
            JsonRpc.refuse(
                    context,
                    400,
                    message.get("id"),
                    JsonRpc.INVALID_REQUEST,
                    "The params have a 'level', which is a string.");
            return false;
        }
        boolean needsSession = McpPaths.isEndpoint(path) && !method.equals("initialize");
        if (needsSession && context.request().getHeader(SESSION) == null) {
            JsonRpc.refuse(
                    context,
                    400,
                    message.get("id"),
                    JsonRpc.INVALID_REQUEST,
                    "The header " + SESSION
                            + " is missing; send initialize first, and then the session that it gives.");
            return false;
        }
        if (message.path("params").has("arguments")) {
            ObjectNode shown = message.deepCopy();
            shown.withObject("/params").putObject("arguments");
            ((RoutingContextInternal) context).setBody(Buffer.buffer(shown.toString()));
        }
        return true;
    }
}
