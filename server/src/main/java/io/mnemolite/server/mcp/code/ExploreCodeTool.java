package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Room;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the graph of the indexed code: what a symbol is, who calls it, what a change of it may break. */
public final class ExploreCodeTool implements Tool<ExploreCodeTool.Request, Explored> {

    private static final int PATH_DEPTH = 10;
    private static final int LEAST_MAP = 10;

    private final CodeGraph graph;
    private final NamedSymbols symbols;
    private final SymbolSources sources;
    private final Repositories repositories;

    public ExploreCodeTool(CodeGraph graph, SymbolSources sources, Repositories repositories) {
        this.graph = graph;
        this.symbols = new NamedSymbols(graph);
        this.sources = sources;
        this.repositories = repositories;
    }

    /** What is asked. */
    public record Request(
            @Description(
                    value = "",
                    oneOf = {"symbol", "callers", "callees", "path", "impact", "outline", "map"})
            String action,

            @Description("id or name, e.g. Order.total or total(int); for map what to focus on") @Nullable
            String symbol,

            @Description("Where a path leads") @Nullable String to,
            @Nullable String repository,
            @Description("File, for outline") @Nullable String path,

            @Description(value = "For impact and path", byDefault = "5") @Nullable
            Integer depth,

            @Description(value = "", byDefault = "50") @Nullable
            Integer limit,

            @Description(value = "Room for the whole reply", byDefault = "3000") @Nullable
            Integer maxTokens) {}

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "explore_code",
                "Explore code",
                "Ask the call graph: a symbol's source, callers, callees, path between two, impact of a change,"
                        + " outline of a file, map of a repository.");
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Explored> result() {
        return Explored.class;
    }

    @Override
    public ToolAnswer<Explored> call(Request request, ToolCall call) {
        int limit = Arguments.within(request.limit(), "limit", 50, 1, 1_000);
        int maxTokens = Room.tokens(request.maxTokens(), 3_000);
        String repository = call.repository(request.repository());
        return switch (Arguments.required(request.action(), "action")) {
            case "outline" -> outline(request, repository, maxTokens, call);
            case "map" -> map(request, repository, maxTokens, call);
            case "symbol", "callers", "callees", "impact", "path" -> {
                NamedSymbols.Meant found = symbols.find(Arguments.required(request.symbol(), "symbol"), repository);
                yield found.symbols().size() > 1 || found.isCut()
                        ? ambiguous(request.symbol(), found, maxTokens)
                        : ofSymbol(request, found.first(), repository, limit, maxTokens);
            }
            default ->
                throw Arguments.invalid("The action is '" + request.action()
                        + "'; send symbol, callers, callees, path, impact, outline or map.");
        };
    }

    private ToolAnswer<Explored> ofSymbol(
            Request request, PlacedSymbol of, @Nullable String repository, int limit, int maxTokens) {
        int depth = Arguments.within(request.depth(), "depth", request.action().equals("path") ? PATH_DEPTH : 5, 1, 20);
        return switch (request.action()) {
            case "symbol" -> symbol(of, maxTokens);
            case "callers" ->
                neighbours(
                        "callers of",
                        of,
                        graph.callers(of.symbol().id(), limit).orElseThrow(() -> gone(of)),
                        maxTokens);
            case "callees" ->
                neighbours(
                        "callees of",
                        of,
                        graph.callees(of.symbol().id(), limit).orElseThrow(() -> gone(of)),
                        maxTokens);
            case "impact" -> impact(of, Math.min(depth, 10), limit, maxTokens);
            default -> path(request, of, repository, depth, maxTokens);
        };
    }

    /** Nothing is guessed: the agent chooses. */
    private static ToolAnswer<Explored> ambiguous(@Nullable String word, NamedSymbols.Meant found, int maxTokens) {
        List<Explored.Symbol> rows =
                found.symbols().stream().map(Explored.Symbol::of).toList();
        return fitted(
                rows,
                "'" + word + "' names " + (found.isCut() ? "at least " : "") + rows.size()
                        + " symbols; ask again with the id of one",
                !found.isCut(),
                found.isCut() ? "There are more; send more of the qualified name, or the repository." : null,
                maxTokens);
    }

    private ToolAnswer<Explored> symbol(PlacedSymbol of, int maxTokens) {
        List<String> lines = sources.lines(of);
        Explored.Symbol row = Explored.Symbol.of(of);
        return Reply.fit(lines.size(), maxTokens, count -> {
                    String cut = count == lines.size()
                            ? null
                            : (lines.size() - count)
                                    + " more lines did not fit into max_tokens; raise it: they begin at line "
                                    + (of.symbol().startLine() + count) + ".";
                    return Explored.answer(
                            List.of(row),
                            NamedSymbols.line(of),
                            String.join("\n", lines.subList(0, count)),
                            cut == null,
                            cut);
                })
                .answer();
    }

    private static ToolAnswer<Explored> neighbours(String relation, PlacedSymbol of, Neighbours found, int maxTokens) {
        List<Explored.Symbol> rows = new ArrayList<>();
        for (Neighbour neighbour : found.neighbours()) {
            rows.add(Explored.Symbol.of(neighbour));
        }
        return fitted(rows, relation + " " + named(of, found.includesMembers()), found.completeness(), maxTokens);
    }

    private static String named(PlacedSymbol of, boolean includesMembers) {
        return NamedSymbols.line(of) + (includesMembers ? " and its members" : "");
    }

    private ToolAnswer<Explored> impact(PlacedSymbol of, int depth, int limit, int maxTokens) {
        Impact impact = graph.impact(of.symbol().id(), depth, limit).orElseThrow(() -> gone(of));
        List<Explored.Symbol> rows = impact.affected().stream()
                .map(affected -> Explored.Symbol.at(affected.symbol(), affected.distance()))
                .toList();
        return fitted(rows, "dependants of " + named(of, impact.includesMembers()), impact.completeness(), maxTokens);
    }

    private ToolAnswer<Explored> path(
            Request request, PlacedSymbol from, @Nullable String repository, int depth, int maxTokens) {
        NamedSymbols.Meant targets = symbols.find(Arguments.required(request.to(), "to"), repository);
        if (targets.symbols().size() > 1 || targets.isCut()) {
            return ambiguous(request.to(), targets, maxTokens);
        }
        PlacedSymbol to = targets.first();
        Route route = graph.path(from.symbol().id(), to.symbol().id(), null, depth);
        List<Explored.Symbol> rows = new ArrayList<>();
        route.symbols().forEach(node -> rows.add(Explored.Symbol.of(node)));
        String what = (rows.isEmpty() ? "No path of at most " + depth + " edges" : "Path") + " from "
                + NamedSymbols.line(from) + " to " + NamedSymbols.line(to);
        return fitted(rows, what, route.completeness(), maxTokens);
    }

    private ToolAnswer<Explored> outline(Request request, @Nullable String repository, int maxTokens, ToolCall call) {
        String path = Arguments.required(request.path(), "path");
        String name = repository == null ? only(call) : repository;
        List<PlacedSymbol> found = graph.outline(name, path);
        if (found.isEmpty()) {
            throw new MnemoliteException(
                    ErrorCode.NOT_FOUND,
                    "Nothing is known of a file '" + path + "' in '" + name
                            + "'; it is not indexed, or its language has no symbols.");
        }
        List<Explored.Symbol> rows = found.stream().map(Explored.Symbol::of).toList();
        return fitted(
                rows,
                "defined in " + name + ": " + path,
                graph.completeness(name).ofWhatWasRead(),
                maxTokens);
    }

    private ToolAnswer<Explored> map(Request request, @Nullable String repository, int maxTokens, ToolCall call) {
        String name = repository == null ? only(call) : repository;
        // The text goes out twice.
        int room = maxTokens / 2;
        while (true) {
            RepositoryMap map = graph.map(name, request.symbol(), room)
                    .orElseThrow(() -> new MnemoliteException(
                            ErrorCode.NOT_FOUND, Repositories.unknown(name, repositories.visible(call))));
            ToolAnswer<Explored> answer =
                    answer(name, map, graph.completeness(name).cut(map.shown() < map.total()));
            int tokens = Reply.tokens(answer);
            if (tokens <= maxTokens || room <= LEAST_MAP) {
                return answer;
            }
            // Chosen anew: a text that is cut loses what stands last, not what matters least.
            room = Math.max(LEAST_MAP, (int) Math.min((long) room * maxTokens / tokens, room * 9L / 10));
        }
    }

    private static ToolAnswer<Explored> answer(String name, RepositoryMap map, Completeness completeness) {
        String cut = completeness.isCut()
                ? "The " + map.shown() + " most important of " + map.total()
                        + " symbols; raise max_tokens, or name in symbol what to focus on."
                : "";
        String note = (cut + " " + behind(completeness)).strip();
        return Explored.answer(
                List.of(),
                "Map of " + name,
                map.text().stripTrailing(),
                completeness.isExact(),
                note.isEmpty() ? null : note);
    }

    private String only(ToolCall call) {
        List<RepositoryFigures> visible = repositories.visible(call);
        if (visible.size() == 1) {
            return visible.getFirst().repository();
        }
        throw Arguments.invalid(
                visible.isEmpty()
                        ? "No code is indexed yet; index a directory with index_code."
                        : "The argument 'repository' is missing; indexed are: "
                                + String.join(
                                        ", ",
                                        visible.stream()
                                                .map(RepositoryFigures::repository)
                                                .limit(20)
                                                .toList())
                                + ".");
    }

    private static ToolAnswer<Explored> fitted(
            List<Explored.Symbol> rows, String what, Completeness completeness, int maxTokens) {
        StringBuilder note = new StringBuilder();
        if (completeness.unresolved() > 0) {
            note.append(completeness.unresolved())
                    .append(" call sites whose target is not certain might belong here too.");
        }
        note.append(behind(completeness));
        if (completeness.isCut()) {
            note.append(" There are more than limit allows; raise it.");
        }
        return fitted(
                rows,
                what,
                completeness.isExact(),
                note.isEmpty() ? null : note.toString().strip(),
                maxTokens);
    }

    /** Why the graph is not that of all files. */
    private static String behind(Completeness completeness) {
        return (completeness.isStale()
                        ? " Files changed since the graph was made; index_code brings it up to date."
                        : "")
                + (completeness.unreadFiles() > 0
                        ? " " + completeness.unreadFiles() + " files could not be read; what they call is not known."
                        : "");
    }

    private static ToolAnswer<Explored> fitted(
            List<Explored.Symbol> rows, String what, boolean isExact, @Nullable String note, int maxTokens) {
        return Reply.fit(rows.size(), maxTokens, count -> {
                    int left = rows.size() - count;
                    String more = left == 0
                            ? note
                            : left + " of " + rows.size() + " did not fit into max_tokens; raise it."
                                    + (note == null ? "" : " " + note);
                    String said = rows.isEmpty() && !what.startsWith("No ") ? "No " + what : what;
                    return Explored.answer(rows.subList(0, count), said, null, isExact && left == 0, more);
                })
                .answer();
    }

    private static MnemoliteException gone(PlacedSymbol of) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND,
                "The symbol " + of.symbol().id() + " is gone; its file changed. Look for its name.");
    }
}
