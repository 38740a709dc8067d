package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.search.ChannelWeights;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeHit;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.text.TextAnswer;
import io.mnemolite.core.code.text.TextQuery;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Completeness;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Room;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds code by meaning and words, by a piece of text, or by a regular expression. */
public final class SearchCodeTool implements Tool<SearchCodeTool.Request, SearchCodeTool.Found> {

    private static final int MAX_QUERY = 1_000;
    private static final int POOL = 100;
    private static final int MAX_LINES = 200;

    private final CodeSearch search;
    private final TextSearch textSearch;
    private final Repositories repositories;

    public SearchCodeTool(CodeSearch search, TextSearch textSearch, Repositories repositories) {
        this.search = search;
        this.textSearch = textSearch;
        this.repositories = repositories;
    }

    /** What is looked for. */
    public record Request(
            String query,

            @Description(
                    value = "",
                    oneOf = {"hybrid", "literal", "regex"})
            @Nullable
            String mode,

            @Nullable String repository,
            @Description("Part of the path") @Nullable String path,
            @Nullable String language,
            @Description("For literal and regex") @Nullable Boolean ignoreCase,

            @Description("Source lines per hit; around a match for literal and regex") @Nullable
            Integer lines,

            @Description(value = "", byDefault = "10") @Nullable
            Integer limit,

            @Description(value = "Room for the whole reply", byDefault = "3000") @Nullable
            Integer maxTokens) {}

    /** What was found, best first, or in the order of files and lines. */
    public record Found(
            List<Hit> hits,
            String completeness,
            @Nullable String more,
            @Nullable String emptyBecause) {

        /**
         * A definition or a line.
         *
         * @param line 1-based
         * @param name qualified name of the definition; null for a line
         */
        public record Hit(
                String repository,
                String path,
                int line,
                int endLine,
                @Nullable String name,
                @Nullable String kind,
                @Nullable Double score,
                String source) {}
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "search_code",
                "Search code",
                "Find indexed source by meaning and words (hybrid), exact text (literal) or RE2 expression (regex).");
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Found> result() {
        return Found.class;
    }

    @Override
    public ToolAnswer<Found> call(Request request, ToolCall call) {
        String query = Arguments.required(request.query(), "query");
        if (query.length() > MAX_QUERY) {
            throw Arguments.invalid("The query has " + query.length() + " characters; send at most " + MAX_QUERY + ".");
        }
        int limit = Arguments.within(request.limit(), "limit", 10, 1, 100);
        int maxTokens = Room.tokens(request.maxTokens(), 3_000);
        CodeFilter filter =
                new CodeFilter(request.language(), null, call.repository(request.repository()), request.path());
        String mode = request.mode() == null ? "hybrid" : request.mode();
        Listing listing = switch (mode) {
            case "hybrid" -> hybrid(query, filter, limit, lines(request, 12, 1));
            case "literal", "regex" ->
                text(
                        new TextQuery(
                                query,
                                mode.equals("regex"),
                                !Boolean.TRUE.equals(request.ignoreCase()),
                                filter,
                                limit,
                                lines(request, 0, 0)),
                        limit);
            default -> throw Arguments.invalid("The mode is '" + mode + "'; send hybrid, literal or regex.");
        };
        String empty = listing.hits().isEmpty() ? repositories.whyEmpty(filter, listing.empty()) : null;
        return Reply.fit(listing.hits().size(), maxTokens, count -> answer(listing, count, empty))
                .answer();
    }

    /** @param cut why there may be more; null when this is all */
    private record Listing(List<Found.Hit> hits, @Nullable String cut, String empty) {}

    private Listing hybrid(String query, CodeFilter filter, int limit, int lines) {
        CodeAnswer answer = search.search(
                new CodeQuery(query, null, filter, true, true, ChannelWeights.of(query), Math.max(POOL, limit), limit));
        List<Found.Hit> hits = new ArrayList<>();
        for (CodeHit hit : answer.hits()) {
            Chunk chunk = hit.found().chunk().chunk();
            hits.add(new Found.Hit(
                    DataText.name(hit.found().file().repository()),
                    DataText.name(hit.found().file().path()),
                    chunk.startLine(),
                    chunk.endLine(),
                    DataText.clean(chunk.qualifiedName()),
                    chunk.type().wireName(),
                    Math.round(hit.place().score() * 1e5) / 1e5,
                    first(chunk.source(), lines)));
        }
        String cut = answer.unique() > hits.size()
                ? "These are the best " + hits.size() + " of " + answer.unique()
                        + " candidates; raise limit, or narrow it" + " down by path."
                : null;
        if (answer.vectorMissing() != null) {
            cut = (cut == null ? "" : cut + " ") + "Found by words alone: " + answer.vectorMissing();
        }
        return new Listing(hits, cut, "Nothing fits the query.");
    }

    private Listing text(TextQuery query, int limit) {
        TextAnswer answer = textSearch.search(query);
        List<Found.Hit> hits = new ArrayList<>();
        int matches = 0;
        for (TextAnswer.FileMatches file : answer.files()) {
            for (TextAnswer.LineMatch match : file.lines()) {
                matches++;
                if (hits.size() == limit) {
                    continue;
                }
                List<String> around = new ArrayList<>(match.before());
                around.add(match.text());
                around.addAll(match.after());
                hits.add(new Found.Hit(
                        DataText.name(file.file().repository()),
                        DataText.name(file.file().path()),
                        match.line(),
                        match.endLine(),
                        null,
                        null,
                        null,
                        DataText.clean(String.join("\n", around))));
            }
        }
        String cut = matches > hits.size()
                ? "At least " + (matches - hits.size()) + " more lines match; raise limit, or narrow it down by path."
                : answer.cutBecause();
        return new Listing(
                hits,
                cut,
                "No line " + (query.isRegex() ? "matches the expression." : "holds the text.")
                        + (query.isCaseSensitive() ? " Letters must agree in case; ignore_case changes that." : ""));
    }

    private static ToolAnswer<Found> answer(Listing listing, int count, @Nullable String empty) {
        List<Found.Hit> shown = listing.hits().subList(0, count);
        int left = listing.hits().size() - count;
        String more = left == 0
                ? listing.cut()
                : left + " hits did not fit into max_tokens; raise it, or ask for fewer lines."
                        + (listing.cut() == null ? "" : " " + listing.cut());
        Found found = new Found(shown, Completeness.of(more == null), more, empty);
        return new ToolAnswer<>(found, text(found));
    }

    private static String text(Found found) {
        if (found.emptyBecause() != null) {
            return "No code found. " + found.emptyBecause();
        }
        StringBuilder text = new StringBuilder();
        for (Found.Hit hit : found.hits()) {
            text.append(hit.repository())
                    .append(": ")
                    .append(hit.path())
                    .append(':')
                    .append(hit.line());
            if (hit.endLine() != hit.line()) {
                text.append('-').append(hit.endLine());
            }
            if (hit.name() != null) {
                text.append(' ').append(hit.kind()).append(' ').append(hit.name());
            }
            if (hit.score() != null) {
                text.append(String.format(Locale.ROOT, " (%.5f)", hit.score()));
            }
            text.append('\n').append(hit.source().stripTrailing()).append("\n\n");
        }
        return text.append(found.more() == null ? "" : found.more()).toString().stripTrailing();
    }

    private static int lines(Request request, int byDefault, int least) {
        return Arguments.within(request.lines(), "lines", byDefault, least, least == 0 ? 10 : MAX_LINES);
    }

    /** The first lines of a chunk, with a mark where it goes on. */
    private static String first(String source, int lines) {
        List<String> all = DataText.clean(source).lines().toList();
        return all.size() <= lines
                ? String.join("\n", all)
                : String.join("\n", all.subList(0, lines)) + "\n… " + (all.size() - lines) + " more lines";
    }
}
