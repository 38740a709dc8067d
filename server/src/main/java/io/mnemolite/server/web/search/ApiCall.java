package io.mnemolite.server.web.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The search as a request to the REST API.
 *
 * @param body JSON
 * @param curl the line for a shell that sends it
 */
public record ApiCall(String body, String curl) {

    static ApiCall of(SearchRequest request, String origin, boolean keyed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!request.text().isEmpty()) {
            body.put("query", request.text());
            body.put("mode", request.modeName());
            body.put("distance_threshold", request.threshold());
        }
        ObjectNode metadata = request.metadataObject();
        if (!metadata.isEmpty()) {
            body.set("metadata", metadata);
        }
        if (!request.from().isEmpty()) {
            body.put("ts_start", request.from());
        }
        if (!request.to().isEmpty()) {
            body.put("ts_end", request.to());
        }
        body.put("limit", SearchRequest.PAGE_SIZE);
        body.put("offset", (request.page() - 1) * SearchRequest.PAGE_SIZE);
        body.put("explain", true);
        body.put("include_embedding", false);
        String json = body.toPrettyString().replace("\r\n", "\n");
        String curl = "curl -s " + origin + "/v1/search/ \\\n  -H 'Content-Type: application/json' \\\n"
                + (keyed ? "  -H \"Authorization: Bearer $MNEMOLITE_API_KEY\" \\\n" : "")
                + "  -d '" + json.replace("'", "'\\''") + "'";
        return new ApiCall(json, curl);
    }
}
