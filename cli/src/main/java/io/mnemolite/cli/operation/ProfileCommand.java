package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the server watch its requests for a while, and writes down where their time went. */
@Command(
        name = "profile",
        description = "Watch the requests of some seconds and say where their time went.",
        footer = {
            "",
            "Writes two files: a page for a browser, with a flame graph, and the same as JSON,",
            "which --before and --after compare. Work has to come from somewhere else meanwhile.",
            "",
            "Examples:",
            "  mnemolite profile",
            "  mnemolite profile --endpoint /v1/search --seconds 60 --output before",
            "  mnemolite profile --before before.json --after after.json"
        })
public final class ProfileCommand extends ServerCommand {

    @Option(
            names = "--endpoint",
            paramLabel = "ROUTE",
            description = "Only routes that begin like this. Default: all of them.")
    private @Nullable String endpoint;

    @Option(names = "--seconds", paramLabel = "NUMBER", description = "How long, 1 to 300. Default: 30.")
    private int seconds = 30;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "The files' name without .html and .json. Default: profile- and the time.")
    private @Nullable Path output;

    @Option(names = "--before", paramLabel = "FILE", description = "Compare this report with --after, or a new one.")
    private @Nullable Path before;

    @Option(names = "--after", paramLabel = "FILE", description = "The report to compare --before with.")
    private @Nullable Path after;

    public ProfileCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        if (after != null && before == null) {
            throw CommandFailure.usage("--after is compared with another report; give --before, too.");
        }
        JsonNode earlier = before == null ? null : read(before);
        JsonNode report = after == null ? made(server) : read(after);
        if (json()) {
            printJson(earlier == null ? report : new ProfileComparison(earlier, report).json());
            return ExitCode.DONE;
        }
        new ProfileText(report).lines().forEach(around.out()::line);
        if (earlier != null) {
            around.out().line("");
            new ProfileComparison(earlier, report).lines().forEach(around.out()::line);
        }
        return ExitCode.DONE;
    }

    private JsonNode made(ServerConnection server) {
        if (seconds < 1 || seconds > 300) {
            throw CommandFailure.usage("--seconds " + seconds + " is not a number from 1 to 300.");
        }
        around.err().println("Watching " + (endpoint == null ? "all requests" : endpoint) + " for " + seconds + " s.");
        JsonNode report = server.work(Routes.profile(seconds, endpoint).route(), Json.object());
        String name = output == null
                ? "profile-"
                        + around.clock()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replace(":", "")
                : output.toString();
        write(Path.of(name + ".json"), Json.print(report));
        write(Path.of(name + ".html"), new ProfilePage(report).html());
        around.err().println("Wrote " + name + ".html and " + name + ".json.");
        return report;
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode report = Json.parse(Files.readAllBytes(file));
            if (!report.path("endpoints").isArray()) {
                throw CommandFailure.usage(file + " is not a report that mnemolite profile wrote.");
            }
            return report;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "The report " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The report " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
