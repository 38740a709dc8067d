package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.SimilarSymbols;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.mcp.text.DataText;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The symbols that an agent's word means: an id, or a name, as much of it as is needed to tell it from others. */
final class NamedSymbols {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST = 50;
    private static final int SUGGESTIONS = 5;

    /** From this rank on a name only resembles a symbol's, see {@link SymbolQuery#rank}. */
    private static final int RESEMBLES = 3;

    private final CodeGraph graph;

    NamedSymbols(CodeGraph graph) {
        this.graph = graph;
    }

    /**
     * What a word means.
     *
     * @param symbols never empty
     * @param isCut whether it may mean others, too
     */
    record Meant(List<PlacedSymbol> symbols, boolean isCut) {

        PlacedSymbol first() {
            return symbols.getFirst();
        }
    }

    /**
     * All that the word fits best and equally well.
     *
     * @throws MnemoliteException with {@link ErrorCode#NOT_FOUND} when it fits none
     */
    Meant find(String word, @Nullable String repository) {
        if (ID.matcher(word).matches()) {
            PlacedSymbol one = graph.symbol(new SymbolId(UUID.fromString(word)))
                    .filter(symbol -> repository == null || symbol.repository().equals(repository))
                    .orElseThrow(() -> notFound("There is no symbol " + word
                            + "; it never existed, or its file changed. Look for its name."));
            return new Meant(List.of(one), false);
        }
        int open = word.indexOf('(');
        String name = (open < 0 ? word : word.substring(0, open)).strip();
        if (name.isEmpty()) {
            throw notFound("The symbol '" + word + "' has no name; send one such as OrderService.place.");
        }
        SymbolQuery query = new SymbolQuery(repository, name, MOST);
        FoundSymbols all = graph.find(query);
        List<PlacedSymbol> found = all.symbols().stream()
                .filter(symbol -> symbol.symbol().kind() != DefinitionKind.MODULE)
                .toList();
        int best = found.stream()
                .mapToInt(symbol -> query.rank(symbol.symbol()))
                .filter(rank -> rank >= 0)
                .min()
                .orElse(RESEMBLES);
        if (best >= RESEMBLES) {
            throw notFound("There is no symbol '" + word + "'" + (repository == null ? "" : " in '" + repository + "'")
                    + "." + suggestions(found.isEmpty() ? new SimilarSymbols(graph).to(query) : found));
        }
        List<PlacedSymbol> fitting = found.stream()
                .filter(symbol -> query.rank(symbol.symbol()) == best)
                .filter(symbol -> open < 0 || hasParameters(symbol, word.substring(open)))
                .sorted(Comparator.comparing(
                        (PlacedSymbol symbol) -> symbol.symbol().isTest()))
                .toList();
        if (fitting.isEmpty()) {
            throw notFound("No '" + name + "' has the parameters " + word.substring(open) + "." + suggestions(found));
        }
        // They come best first, so there are others as good only behind a last one that is.
        boolean isCut = all.isCut() && query.rank(all.symbols().getLast().symbol()) == best;
        return new Meant(fitting, isCut);
    }

    /** Where a symbol stands and what it is, on one line. */
    static String line(PlacedSymbol placed) {
        return placed.symbol().qualifiedName()
                + (placed.symbol().kind().isCallable() ? "(" + placed.symbol().signature() + ")" : "") + " "
                + placed.symbol().kind().wireName() + " " + DataText.name(placed.repository()) + ": "
                + DataText.name(placed.path()) + ":"
                + placed.symbol().startLine();
    }

    private static boolean hasParameters(PlacedSymbol symbol, String parameters) {
        return ("(" + symbol.symbol().signature() + ")").replaceAll("\\s", "").equals(parameters.replaceAll("\\s", ""));
    }

    private static String suggestions(List<PlacedSymbol> found) {
        return found.isEmpty()
                ? " search_code finds code by meaning; is its repository indexed?"
                : " Similar: "
                        + found.stream()
                                .limit(SUGGESTIONS)
                                .map(NamedSymbols::line)
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static MnemoliteException notFound(String sentence) {
        return new MnemoliteException(ErrorCode.NOT_FOUND, sentence);
    }
}
