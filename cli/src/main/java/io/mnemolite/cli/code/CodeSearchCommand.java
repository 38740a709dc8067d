package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.command.ServerCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds code by words, meaning, text or pattern. */
@Command(
        name = "search",
        description = "Find code by words and meaning, or lines by text or regular expression.",
        footer = {
            "",
            "Examples:",
            "  mnemolite code search \"parse a date with a time zone\"",
            "  mnemolite code search retry --language java --path src/main",
            "  mnemolite code search --mode literal \"TODO(\" --context 2",
            "  mnemolite code search --mode regex \"catch \\(\\w+Exception e\\)\""
        })
final class CodeSearchCommand extends ServerCommand {

    private static final int HITS = 10;
    private static final int FILES = 50;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description =
                    "lexical (by words), vector (by meaning), hybrid (both; the default), literal (lines that hold"
                            + " the text), or regex (lines that match; RE2 syntax).")
    private CodeSearchMode mode = CodeSearchMode.hybrid;

    @Option(names = "--repository", paramLabel = "NAME", description = "Only in this repository.")
    private @Nullable String repository;

    @Option(names = "--language", paramLabel = "NAME", description = "Only in this language, such as java.")
    private @Nullable String language;

    @Option(names = "--path", paramLabel = "TEXT", description = "Only in files whose path holds this.")
    private @Nullable String path;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many hits at most, or files for literal and regex. Default: 10, or 50 files.")
    private @Nullable Integer limit;

    @Option(
            names = "--context",
            paramLabel = "N",
            defaultValue = "0",
            description = "Lines to show around each match of literal and regex, 0 to 10. Default: 0.")
    private int context;

    @Option(names = "--ignore-case", description = "Small and capital letters alike, for literal and regex.")
    private boolean ignoreCase;

    @Option(names = "--explain", description = "Say how each hit was found.")
    private boolean explain;

    CodeSearchCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        if (!mode.isText() && (context > 0 || ignoreCase)) {
            throw CommandFailure.usage("--context and --ignore-case belong to --mode literal and --mode regex.");
        }
        JsonNode answer = server.post(route(), query());
        if (json()) {
            printJson(answer);
        } else if (mode.isText()) {
            new MatchText(around.style()).lines(answer).forEach(around.out()::line);
        } else {
            new HitText(around.style(), around.columns(), repository == null, explain)
                    .lines(answer)
                    .forEach(around.out()::line);
        }
        return ExitCode.DONE;
    }

    private String route() {
        return switch (mode) {
            case hybrid, vector -> Routes.CODE_SEARCH_HYBRID;
            case lexical -> Routes.CODE_SEARCH_LEXICAL;
            case literal, regex -> Routes.CODE_SEARCH_TEXT;
        };
    }

    private ObjectNode query() {
        String text = String.join(" ", words);
        int most = limit != null ? limit : mode.isText() ? FILES : HITS;
        ObjectNode query = Json.object();
        switch (mode) {
            case hybrid -> query.put("query", text).put("top_k", most);
            case vector -> query.put("query", text).put("top_k", most).put("enable_lexical", false);
            case lexical -> query.put("query", text).put("limit", most);
            case literal, regex ->
                query.put("pattern", text)
                        .put("mode", mode.name())
                        .put("limit", most)
                        .put("context", context)
                        .put("case_sensitive", !ignoreCase);
        }
        ObjectNode filters = Json.object();
        put(filters, "repository", repository);
        put(filters, "language", language);
        put(filters, "file_path", path);
        if (!filters.isEmpty()) {
            query.set("filters", filters);
        }
        return query;
    }

    private static void put(ObjectNode filters, String name, @Nullable String value) {
        if (value != null) {
            filters.put(name, value);
        }
    }
}
