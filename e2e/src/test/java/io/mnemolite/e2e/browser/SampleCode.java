package io.mnemolite.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A small repository whose calls are known. */
final class SampleCode {

    static final String REPOSITORY = "team/shop";

    private static final Map<String, String> FILES = Map.of(
            "src/shop/Order.java",
            """
            package shop;

            import java.util.List;

            /** What somebody buys. */
            public class Order {
                private final Price price = new Price();

                /** Adds up what each item costs. */
                public int total(List<String> items) {
                    int sum = 0;
                    for (String item : items) {
                        // A free item costs nothing.
                        sum += item.isEmpty() ? 0 : price.amount(item);
                    }
                    return sum;
                }

                void unclear(Object unknown) {
                    missing.total(unknown);
                }
            }
            """,
            "src/shop/Price.java",
            """
            package shop;

            public class Price {
                public int amount(String item) {
                    return rounded(item.length() * 3);
                }

                private int rounded(int cents) {
                    return cents / 10 * 10;
                }
            }
            """,
            "src/test/java/shop/OrderTest.java",
            """
            package shop;

            import java.util.List;

            class OrderTest {
                void total_isTheSum() {
                    new Order().total(List.of("tea", "<img src=x onerror=alert(1)>"));
                }
            }
            """,
            "tools/report.py",
            """
            def monthly_report(orders):
                \"""Summarise the orders of a month.\"""
                return {order.month: order.total for order in orders}
            """);

    private SampleCode() {}

    /** The server with this repository alone. */
    static void store(Http http) {
        clear(http);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("repository", REPOSITORY);
        FILES.forEach((path, content) ->
                body.withArray("files").addObject().put("path", path).put("content", content));
        send(http, body);
    }

    private static void send(Http http, ObjectNode body) {
        Http.Answer answer = http.post("/v1/code/index", body.toString());
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    /** The server with the sources of a part of this project, so that there is something to see. */
    static void storeSources(Http http) {
        clear(http);
        Path project = Path.of(Objects.requireNonNull(System.getProperty("mnemolite.project")));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("repository", "mnemolite");
        try (Stream<Path> files = Files.walk(project.resolve("core/src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                body.withArray("files")
                        .addObject()
                        .put("path", project.relativize(file).toString())
                        .put("content", Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send(http, body);
    }

    /** The server without any code. */
    static void clear(Http http) {
        for (JsonNode repository :
                http.get("/v1/code/index/repositories").json().path("repositories")) {
            http.delete("/v1/code/index/repositories/"
                    + repository.path("repository").asText().replace(" ", "%20"));
        }
    }

    /** The id of the symbol of a name. */
    static String symbol(Http http, String name) {
        return http.get("/v1/code/symbols?name=" + name)
                .json()
                .path("symbols")
                .path(0)
                .path("id")
                .asText();
    }
}
