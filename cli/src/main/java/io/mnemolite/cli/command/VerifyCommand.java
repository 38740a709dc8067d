package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.List;
import picocli.CommandLine.Command;

/** Has the server compare its store with what is derived from it. */
@Command(
        name = "verify",
        description = "Check the store, the index and the vectors against each other.",
        footer = {
            "",
            "Exit code: 0 when every check passed, 1 otherwise.",
            "",
            "Examples:",
            "  mnemolite verify",
            "  mnemolite verify --json | jq '.checks[] | select(.ok | not)'"
        })
public final class VerifyCommand extends ServerCommand {

    public VerifyCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        JsonNode report = server.get(Routes.VERIFY);
        boolean passed = report.path("ok").asBoolean();
        if (options.json()) {
            printJson(report);
        } else {
            Style style = around.style();
            for (JsonNode check : report.path("checks")) {
                boolean ok = check.path("ok").asBoolean();
                around.out()
                        .line((ok ? style.good("ok      ") : style.bad("FAILED  "))
                                + Wrapping.printable(check.path("name").asText()));
                List<String> detail = Wrapping.wrap(check.path("detail").asText(), around.columns() - 8, ok ? 2 : 20);
                detail.forEach(line -> around.out().line("        " + style.faint(line)));
            }
            around.out().line(passed ? "Every check passed." : "At least one check failed.");
        }
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }
}
