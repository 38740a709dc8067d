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
        List<String> all = text.lines().toList();
        int from = Math.min(placed.symbol().startLine() - 1, all.size());
        int to = Math.clamp(placed.symbol().endLine(), from, all.size());
        int end = isWhole ? to : Math.min(to, from + SHOWN_AT_FIRST);
        List<CodeLine> lines = from == end
                ? List.of()
                : Highlighting.lines(
                        String.join("\n", all.subList(from, end)),
                        placed.language().name(),
                        from + 1,
                        Highlighting.NO_MARKS);
        return new SymbolSource(placed.symbol().id().toString(), lines, to - end);
    }
}
