package io.mnemolite.server.mcp.resource;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.server.mcp.code.SymbolSources;
import io.mnemolite.server.mcp.memory.MemoryText;
import io.mnemolite.server.mcp.memory.Scope;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.ToolCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be read by its address: {@code mnemolite://event/{id}}, {@code …symbol/{id}}, {@code …map/{repository}}. */
public final class Addresses {

    /** Of every text. */
    public static final String MIME_TYPE = "text/plain";

    private static final int MAP_TOKENS = 2_000;
    private static final String SCHEME = "mnemolite://";

    private final Events events;
    private final CodeGraph graph;
    private final SymbolSources sources;

    public Addresses(Events events, CodeGraph graph, SymbolSources sources) {
        this.events = events;
        this.graph = graph;
        this.sources = sources;
    }

    /** A kind of address. */
    public record Template(String name, String uriTemplate, String title, String description) {}

    /** The kinds there are. */
    public static List<Template> templates() {
        return List.of(
                new Template("event", SCHEME + "event/{id}", "Memory", "The text of a memory."),
                new Template("symbol", SCHEME + "symbol/{id}", "Symbol", "The source of a symbol and its place."),
                new Template("map", SCHEME + "map/{repository}", "Map", "The most important symbols of a repository."));
    }

    /**
     * The text at an address.
     *
     * @throws MnemoliteException with {@link ErrorCode#NOT_FOUND} when there is none for this client
     */
    public String read(String uri, ToolCall call) {
        String rest = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : "";
        int slash = rest.indexOf('/');
        String kind = slash < 0 ? "" : rest.substring(0, slash);
        String name = decoded(rest.substring(slash + 1));
        Optional<String> text = switch (kind) {
            case "event" -> event(name, call);
            case "symbol" -> symbol(name, call);
            case "map" -> map(name, call);
            default -> Optional.empty();
        };
        return text.map(DataText::clean)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.NOT_FOUND, "There is no resource " + DataText.line(uri, 200) + "."));
    }

    private Optional<String> event(String id, ToolCall call) {
        return uuid(id).flatMap(value -> events.find(new EventId(value)))
                .filter(event -> Scope.admits(event, call))
                .map(MemoryText::whole);
    }

    private Optional<String> symbol(String id, ToolCall call) {
        return uuid(id).flatMap(value -> graph.symbol(new SymbolId(value)))
                .filter(symbol -> call.project() == null || symbol.repository().equals(call.project()))
                .map(this::source);
    }

    private String source(PlacedSymbol placed) {
        return placed.repository() + ": " + placed.path() + ":"
                + placed.symbol().startLine() + "\n" + String.join("\n", sources.lines(placed));
    }

    private Optional<String> map(String repository, ToolCall call) {
        return call.project() != null && !call.project().equals(repository)
                ? Optional.empty()
                : graph.map(repository, null, MAP_TOKENS).map(map -> map.text());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
