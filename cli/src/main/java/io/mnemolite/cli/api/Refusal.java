package io.mnemolite.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns an answer that says no into the sentences a person reads. */
final class Refusal {

    private Refusal() {}

    static CommandFailure of(String request, int status, byte[] body) {
        return new CommandFailure(ExitCode.REFUSED, sentences(request, status, body) + advice(status));
    }

    private static String sentences(String request, int status, byte[] body) {
        JsonNode detail;
        try {
            detail = Json.parse(body).path("detail");
        } catch (IOException e) {
            detail = MissingNode.getInstance();
        }
        if (status == 404 && detail.asText().equals("Not Found")) {
            return "The server does not know the route " + request
                    + "; it is of another version, or not a MnemoLite server.";
        }
        if (detail.isTextual()) {
            return detail.asText();
        }
        if (detail.isArray() && !detail.isEmpty()) {
            List<String> sentences = new ArrayList<>();
            detail.forEach(problem -> sentences.add(sentence(problem)));
            return String.join("\n", sentences);
        }
        return "The server answered " + status + " to " + request + ".";
    }

    /** {@code body.limit: Input should be less than or equal to 1000 (was: 5000)}. */
    private static String sentence(JsonNode problem) {
        List<String> place = new ArrayList<>();
        problem.path("loc").forEach(step -> place.add(step.asText()));
        String sentence = String.join(".", place) + ": "
                + problem.path("msg").asText(problem.path("type").asText());
        JsonNode input = problem.path("input");
        return input.isMissingNode() || input.isNull() ? sentence : sentence + " (was: " + shortened(input) + ")";
    }

    private static String shortened(JsonNode input) {
        String text = Json.print(input);
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }

    private static String advice(int status) {
        return status == 401 ? "\nGive the server's key in MNEMOLITE_API_KEY or with --api-key-file." : "";
    }
}
