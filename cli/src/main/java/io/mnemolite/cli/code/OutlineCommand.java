package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a file defines. */
@Command(
        name = "outline",
        description = "Show what a file defines, line by line, nested as it is in the file.",
        footer = {"", "Examples:", "  mnemolite code outline atlas src/billing/Invoice.java"})
final class OutlineCommand extends ServerCommand {

    private static final int LINE_COLUMNS = 6;

    @Parameters(index = "0", paramLabel = "REPOSITORY", description = "Which one.")
    private String repository = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "The file's path within it.")
    private String path = "";

    OutlineCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode answer = server.get(Routes.codeOutline(repository, path).route());
        if (json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        Deque<Integer> openEnds = new ArrayDeque<>();
        for (JsonNode symbol : answer.path("symbols")) {
            int start = symbol.path("start_line").asInt();
            while (!openEnds.isEmpty()
                    && openEnds.element() < symbol.path("end_line").asInt()) {
                openEnds.pop();
            }
            String indent = "  ".repeat(openEnds.size());
            openEnds.push(symbol.path("end_line").asInt());
            String head = SymbolText.text(symbol, "kind") + " ";
            String what = SymbolText.text(symbol, "name") + SymbolText.parameters(symbol);
            int room = around.columns() - LINE_COLUMNS - 2 - indent.length() - head.length();
            around.out()
                    .line(around.style().faint(String.format(Locale.ROOT, "%" + LINE_COLUMNS + "d  ", start))
                            + indent
                            + around.style().faint(head)
                            + String.join("", Wrapping.wrap(what, Math.max(room, 20), 1)));
        }
        if (answer.path("stale").asBoolean()) {
            around.out().line(Completeness.of(answer, ""));
        }
        return ExitCode.DONE;
    }
}
