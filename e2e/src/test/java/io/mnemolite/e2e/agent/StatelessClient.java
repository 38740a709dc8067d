package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A client of the revision without sessions: each request says all by itself. */
final class StatelessClient implements McpClient {

    static final String VERSION = "2026-07-28";
    static final Map<String, ?> META = Map.of(
            "io.modelcontextprotocol/protocolVersion",
            VERSION,
            "io.modelcontextprotocol/clientCapabilities",
            Map.of(),
            "io.modelcontextprotocol/clientInfo",
            Map.of("name", "test", "version", "1"));

    private final Http http;
    private final String path;
    private final AtomicLong ids = new AtomicLong();

    StatelessClient(Http http, String path) {
        this.http = http;
        this.path = path;
    }

    @Override
    public JsonNode request(String method, Map<String, ?> params) {
        return ask(method, params).response();
    }

    McpAnswer ask(String method, Map<String, ?> params) {
        return ask(method, params, META);
    }

    /** @param meta what stands in {@code _meta} */
    McpAnswer ask(String method, Map<String, ?> params, Map<String, ?> meta) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("_meta", meta);
        String[] headers = {"MCP-Protocol-Version", VERSION, "Mcp-Method", method};
        Object name = params.containsKey("uri") ? params.get("uri") : params.get("name");
        return SessionClient.post(
                http,
                path,
                Messages.request(ids.incrementAndGet(), method, all).toString(),
                name == null ? headers : SessionClient.concat(headers, "Mcp-Name", name.toString()));
    }
}
