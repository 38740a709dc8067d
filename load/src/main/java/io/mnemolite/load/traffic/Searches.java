package io.mnemolite.load.traffic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Searches for events and for code; questions follow a Zipf distribution, so some are asked again and again. */
final class Searches {

    private final Keys keys;
    private final Zipf questions;

    Searches(Keys keys) {
        this.keys = keys;
        this.questions = new Zipf(keys.questions().size(), 1);
    }

    Call hybrid(RandomGenerator random) {
        return Call.post(
                "/v1/search/",
                Json.object(body -> body.put("query", question(random))
                        .put("mode", "hybrid")
                        .put("limit", 10)
                        .put("include_embedding", false)));
    }

    Call vector(RandomGenerator random) {
        return Call.get("/v1/search/?limit=10&include_embedding=false&vector_query=" + encoded(question(random)));
    }

    Call content(RandomGenerator random) {
        return Call.post(
                "/v1/search/content?include_embedding=false",
                Json.object(body -> body.put("query", question(random)).put("limit", 10)));
    }

    Call metadata(RandomGenerator random) {
        String filter = Json.object(
                filtered -> filtered.put("topic", Texts.topic(random)).put("project", Filling.PROJECT));
        return Call.get("/v1/search/metadata?limit=10&include_embedding=false&metadata_filter=" + encoded(filter));
    }

    Call codeHybrid(RandomGenerator random) {
        return Call.post("/v1/code/search/hybrid", codeQuery(random, "top_k"));
    }

    Call codeLexical(RandomGenerator random) {
        return Call.post("/v1/code/search/lexical", codeQuery(random, "limit"));
    }

    private String codeQuery(RandomGenerator random, String limit) {
        return Json.object(body -> {
            body.put("query", question(random)).put(limit, 10);
            body.putObject("filters").put("repository", keys.sources().name());
        });
    }

    private String question(RandomGenerator random) {
        return keys.questions().get(questions.next(random));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
