package io.mnemolite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http.Answer;

/** Builds and sends requests to index code. */
final class CodeCorpus {

    static final String READER = """
            package demo;

            import java.io.IOException;

            /** Reads lines of a channel. */
            class LineReader {
                private int count;

                /** The next line without its terminator, or null at the end. */
                String readLine(String source) throws IOException {
                    count++;
                    return source.isEmpty() ? null : source.split("\\n")[0];
                }

                int lineCount() {
                    return count;
                }
            }
            """;

    static final String TOTALS = """
            import math


            def sum_of_squares(values):
                \"""Add up the squares of all values.\"""
                return sum(v * v for v in values)


            class Average:
                def compute(self, values):
                    return math.fsum(values) / len(values)
            """;

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final ArrayNode files;

    private CodeCorpus(String repository) {
        body.put("repository", repository);
        files = body.putArray("files");
    }

    static CodeCorpus of(String repository) {
        return new CodeCorpus(repository);
    }

    /** A repository with a Java and a Python file. */
    static CodeCorpus demo(String repository) {
        return of(repository).file("src/LineReader.java", READER).file("tools/totals.py", TOTALS);
    }

    CodeCorpus file(String path, String content) {
        files.addObject().put("path", path).put("content", content);
        return this;
    }

    CodeCorpus with(String name, JsonNode value) {
        body.set(name, value);
        return this;
    }

    CodeCorpus with(String name, boolean value) {
        body.put(name, value);
        return this;
    }

    CodeCorpus with(String name, String value) {
        body.put(name, value);
        return this;
    }

    /** The answer, which is a success. */
    JsonNode index(Http http) {
        Answer answer = http.post("/v1/code/index", body.toString());
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer.json();
    }
}
