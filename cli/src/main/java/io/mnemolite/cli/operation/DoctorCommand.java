package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.operation.Check.Trouble;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a running server as an operator would. */
@Command(
        name = "doctor",
        description = "Check a running server as an operator would: a line per check.",
        footer = {
            "",
            "quick  looks only: health, pool, index, disk, every route and page (the default)",
            "full   also stores, finds, changes and deletes an event, a graph and a",
            "       source file of its own, and has store and index compared",
            "load   the checks of quick, then requests at a fixed rate, none of which",
            "       may fail; it deletes the events that it stored",
            "",
            "Exit code: 0 when every check passed, 1 when one did not, 3 no server, 4 the server refuses.",
            "",
            "Examples:",
            "  mnemolite doctor",
            "  mnemolite doctor full --url http://127.0.0.1:8001",
            "  mnemolite doctor load --rate 200 --seconds 60"
        })
public final class DoctorCommand extends ServerCommand {

    private static final int INDENT = 42;

    enum Depth {
        QUICK,
        FULL,
        LOAD
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "quick|full|load", description = "How much is tried.")
    private Depth depth = Depth.QUICK;

    @Option(names = "--rate", paramLabel = "NUMBER", description = "Requests a second of load. Default: 100.")
    private int rate = 100;

    @Option(names = "--seconds", paramLabel = "NUMBER", description = "How long load lasts. Default: 30.")
    private int seconds = 30;

    private int failed;

    public DoctorCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        require("--rate", rate, 10_000);
        require("--seconds", seconds, 3_600);
        ArrayNode results = Json.object().putArray("checks");
        List<Check> checks = checks();
        for (Check check : checks) {
            results.add(examine(check, server));
        }
        if (json()) {
            ObjectNode report = Json.object()
                    .put("url", server.url().toString())
                    .put("depth", depth.name().toLowerCase(Locale.ROOT))
                    .put("passed", failed == 0);
            report.set("checks", results);
            printJson(report);
        } else {
            around.out()
                    .line(
                            failed == 0
                                    ? "All " + checks.size() + " checks passed."
                                    : Quantity.count(failed) + " of " + Quantity.counted(checks.size(), "check")
                                            + " failed.");
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandFailure.usage(option + " " + value + " is not a number from 1 to " + most + ".");
        }
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(ConditionChecks.all());
        switch (depth) {
            case QUICK -> {}
            case FULL -> checks.addAll(RoundTripChecks.all());
            case LOAD -> checks.add(new LoadCheck(rate, seconds).check());
        }
        return checks;
    }

    private ObjectNode examine(Check check, ServerConnection server) {
        long start = System.nanoTime();
        boolean passed = true;
        String detail;
        try {
            detail = check.examination().look(server);
        } catch (Trouble trouble) {
            passed = false;
            detail = trouble.sentence();
        } catch (CommandFailure failure) {
            if (failure.exitCode() == ExitCode.NO_SERVER) {
                throw failure;
            }
            passed = false;
            detail = failure.sentences();
        }
        failed += passed ? 0 : 1;
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (!json()) {
            show(check.name(), passed, detail, millis);
        }
        return Json.object()
                .put("name", check.name())
                .put("passed", passed)
                .put("detail", detail)
                .put("milliseconds", millis);
    }

    private void show(String name, boolean passed, String detail, long millis) {
        Style style = around.style();
        List<String> lines = Wrapping.wrap(detail, around.columns() - INDENT, passed ? 3 : 20);
        around.out()
                .line((passed ? style.good("ok    ") : style.bad("FAILED"))
                        + String.format(Locale.ROOT, "  %-22s%7d ms  ", name, millis)
                        + (lines.isEmpty() ? "" : lines.getFirst()));
        lines.stream().skip(1).forEach(line -> around.out().line(" ".repeat(INDENT) + line));
        around.out().flush();
    }
}
