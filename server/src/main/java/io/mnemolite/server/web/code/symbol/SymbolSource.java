package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.server.web.code.source.CodeLine;
import io.mnemolite.server.web.code.source.Highlighting;
import java.util.List;

/**
 * The lines of a symbol.
 *
 * @param hidden how many are not shown
 */
public record SymbolSource(String id, List<CodeLine> lines, int hidden) {

    private static final int SHOWN_AT_FIRST = 300;

    /** @param text of the whole file */
    static SymbolSource of(PlacedSymbol placed, String text, boolean isWhole) {
        List<String> all = placed.symbol().linesIn(text);
        int shown = isWhole ? all.size() : Math.min(all.size(), SHOWN_AT_FIRST);
        List<CodeLine> lines = shown == 0
                ? List.of()
                : Highlighting.lines(
                        String.join("\n", all.subList(0, shown)),
                        placed.language().name(),
                        placed.symbol().startLine(),
                        Highlighting.NO_MARKS);
        return new SymbolSource(placed.symbol().id().toString(), lines, all.size() - shown);
    }
}
