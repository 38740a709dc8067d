package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds events by words, meaning, metadata and time. */
@Command(
        name = "search",
        description = "Find memories by words and meaning; without words, list the newest.",
        footer = {
            "",
            "Examples:",
            "  mnemolite search \"where is the deploy key\"",
            "  mnemolite search backup --mode lexical --meta project=atlas --since 7d",
            "  mnemolite search \"login fails\" --explain",
            "  mnemolite search --limit 20 --json"
        })
public final class SearchCommand extends ServerCommand {

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to look for.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description = "vector (by meaning), lexical (by words), or hybrid (both; the default).")
    private SearchMode mode = SearchMode.hybrid;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many to show at most, 1 to 1000. Default: 10.")
    private int limit;

    @Mixin
    private final MetadataOptions metadata = new MetadataOptions();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Not older than this: ISO-8601, Unix seconds, or 7d for seven days ago.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Not newer than this.")
    private @Nullable String until;

    @Option(names = "--explain", description = "Say how each hit was found.")
    private boolean explain;

    public SearchCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        ObjectNode query = query();
        JsonNode answer = server.post(Routes.SEARCH, query);
        if (options.json()) {
            printJson(answer);
            return ExitCode.DONE;
        }
        if (!explain && answer.path("events").isEmpty()) {
            // The reasons why nothing was found cost the server a few counts, so only an empty answer asks for them.
            answer = server.post(Routes.SEARCH, query.put("explain", true));
        }
        new SearchText(around.style(), around.columns(), around.clock().instant(), explain)
                .lines(answer)
                .forEach(around.out()::line);
        return ExitCode.DONE;
    }

    private ObjectNode query() {
        ObjectNode query = Json.object()
                .put("mode", mode.name())
                .put("limit", limit)
                .put("explain", explain)
                .put("include_embedding", false);
        if (!words.isEmpty()) {
            query.put("query", String.join(" ", words));
        }
        ObjectNode filter = metadata.metadata();
        if (!filter.isEmpty()) {
            query.set("metadata", filter);
        }
        if (since != null) {
            query.set("ts_start", Moment.parse(since, around.clock()));
        }
        if (until != null) {
            query.set("ts_end", Moment.parse(until, around.clock()));
        }
        return query;
    }
}
