package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Answer;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server said of itself at one moment.
 *
 * @param parts the documents by name; one that could not be had (no database, an older server) is not there
 */
record Reading(Instant at, Map<String, JsonNode> parts) {

    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put("system", Routes.SYSTEM);
        ROUTES.put("requests", Routes.REQUEST_FIGURES);
        ROUTES.put("pool", Routes.POOL);
        ROUTES.put("caches", Routes.CACHE_STATISTICS);
        ROUTES.put("index", Routes.INDEX_STATUS);
        ROUTES.put("embedding", Routes.EMBEDDING_STATUS);
        ROUTES.put("code", Routes.CODE_STATUS);
    }

    Reading {
        parts = Map.copyOf(parts);
    }

    static Reading of(ServerConnection server, Instant at) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        ROUTES.forEach((name, route) -> {
            Answer answer = server.ask(route);
            if (answer.isSuccess() && answer.body().isObject()) {
                parts.put(name, answer.body());
            }
        });
        return new Reading(at, parts);
    }

    /** A value by a JSON pointer below a part; missing when either is. */
    JsonNode at(String part, String pointer) {
        return parts.getOrDefault(part, MissingNode.getInstance()).at(pointer);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("at", at.toString());
        ROUTES.keySet().forEach(name -> {
            if (parts.containsKey(name)) {
                json.set(name, parts.get(name));
            }
        });
        return json;
    }
}
