package io.mnemolite.load.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests that are not measured: filling, figures, removal. What fails is a {@link TargetException}. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    /** Filling with a real model embeds hundreds of texts in one request. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** @param base such as {@code http://127.0.0.1:8001} */
    public Api(String base) {
        this.base = base;
    }

    public String base() {
        return base;
    }

    public JsonNode get(String path) {
        return json(answered(request(path).GET()).body());
    }

    /** What is no JSON, such as {@code /metrics}. */
    public String text(String path) {
        return answered(request(path).GET()).body();
    }

    public JsonNode post(String path, String body) {
        return json(answered(request(path).POST(BodyPublishers.ofString(body))).body());
    }

    /** Deletes what is there; nothing being there is fine. */
    public void delete(String path) {
        HttpResponse<String> answer = send(request(path).DELETE());
        if (answer.statusCode() != NOT_FOUND) {
            require(answer);
        }
    }

    /** The text as a tree. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new TargetException("What the server answered is no JSON: " + text, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) {
        return require(send(request));
    }

    private static HttpResponse<String> require(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new TargetException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TargetException(
                    request.build().uri() + " got no answer (" + e + "); start a server there, or leave --url away.",
                    e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
