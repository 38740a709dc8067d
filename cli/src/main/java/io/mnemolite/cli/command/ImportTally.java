package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.JsonLines;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import io.mnemolite.cli.transfer.LineBatches;

/** Sends batches, prints their problems with the line numbers of the whole input, and adds up their summaries. */
final class ImportTally {

    /** A person needs no more to see what is wrong; {@code --json} prints all. */
    private static final int SHOWN_PROBLEMS = 20;

    private final Surroundings around;
    private final boolean json;
    private long imported;
    private long skipped;
    private long failed;
    private long problems;

    ImportTally(Surroundings around, boolean json) {
        this.around = around;
        this.json = json;
    }

    void send(ServerConnection server, LineBatches.Batch batch) {
        boolean summarised = false;
        try (JsonLines answer = server.postLines(Routes.IMPORT, batch.bytes())) {
            for (JsonNode line = answer.next(); line != null; line = answer.next()) {
                if (line.has("imported")) {
                    imported += line.path("imported").asLong();
                    skipped += line.path("skipped").asLong();
                    failed += line.path("failed").asLong();
                    summarised = true;
                } else {
                    problem(line, batch.firstLine());
                }
            }
        }
        if (!summarised) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The server broke off while it imported lines " + batch.firstLine() + " to "
                            + (batch.firstLine() + batch.lines() - 1) + ". Its log may say why.");
        }
    }

    private void problem(JsonNode problem, long firstLine) {
        problems++;
        long line = problem.path("line").asLong(1) + firstLine - 1;
        if (json) {
            ObjectNode renumbered = problem.isObject() ? problem.deepCopy() : Json.object();
            around.out().line(Json.print(renumbered.put("line", line)));
        } else if (problems <= SHOWN_PROBLEMS) {
            JsonNode what = problem.has("error") ? problem.path("error") : problem.path("conflict");
            String kind = problem.has("error") ? "" : "conflict: ";
            String text = what.isTextual() ? what.asText() : Json.print(what.isMissingNode() ? problem : what);
            around.err().println("line " + line + ": " + kind + Wrapping.printable(text));
        } else if (problems == SHOWN_PROBLEMS + 1) {
            around.err().println("Further problems are not shown; --json prints all of them.");
        }
    }

    long imported() {
        return imported;
    }

    long skipped() {
        return skipped;
    }

    long failed() {
        return failed;
    }

    boolean hasProblems() {
        return failed > 0 || problems > 0;
    }
}
