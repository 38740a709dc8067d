package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Completeness;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a question to the graph of code found.
 *
 * @param text source of a symbol, or the map of a repository
 * @param more what is missing, why, and how to get it
 */
public record Explored(
        String subject,
        List<Symbol> symbols,
        @Nullable String text,
        String completeness,
        @Nullable String more) {

    /**
     * A definition.
     *
     * @param line 1-based
     * @param at lines of the calls, in {@code atPath} when that is another file
     * @param confidence of the rule that found the edge, 0..1
     * @param distance edges in between
     */
    public record Symbol(
            String id,
            String name,
            String kind,
            String repository,
            String path,
            int line,
            int endLine,
            @Nullable Boolean test,
            @Nullable List<Integer> at,
            @Nullable String atPath,
            @Nullable Double confidence,
            @Nullable Boolean mayDispatch,
            @Nullable Integer distance) {

        static Symbol of(PlacedSymbol placed) {
            return of(placed, null, null, null);
        }

        /** One that is some edges away. */
        static Symbol at(PlacedSymbol placed, int distance) {
            return of(placed, null, null, distance);
        }

        static Symbol of(Neighbour neighbour) {
            String path = neighbour.path();
            return of(
                    neighbour.symbol(),
                    neighbour,
                    path.equals(neighbour.symbol().path()) ? null : path,
                    null);
        }

        private static Symbol of(
                PlacedSymbol placed, @Nullable Neighbour edge, @Nullable String atPath, @Nullable Integer distance) {
            CodeSymbol symbol = placed.symbol();
            return new Symbol(
                    symbol.id().toString(),
                    DataText.clean(symbol.qualifiedName()
                            + (symbol.kind().isCallable() ? "(" + symbol.signature() + ")" : "")),
                    symbol.kind().wireName(),
                    DataText.name(placed.repository()),
                    DataText.name(placed.path()),
                    symbol.startLine(),
                    symbol.endLine(),
                    symbol.isTest() ? true : null,
                    edge == null ? null : edge.edge().lines(),
                    atPath == null ? null : DataText.name(atPath),
                    edge == null ? null : Math.round(edge.edge().confidence() * 100) / 100.0,
                    (edge != null && edge.mayDispatch()) ? true : null,
                    distance);
        }

        private String shown() {
            return path + ":" + line + " " + kind + " " + name
                    + (at == null
                            ? ""
                            : " at " + (atPath == null ? "" : atPath + ":")
                                    + at.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    + ((confidence == null || confidence == 1) ? "" : " confidence " + confidence)
                    + (mayDispatch == null ? "" : " by dispatch") + (distance == null ? "" : " distance " + distance)
                    + (test == null ? "" : " [test]") + " " + id;
        }
    }

    static ToolAnswer<Explored> answer(
            List<Symbol> symbols, String subject, @Nullable String text, boolean isExact, @Nullable String more) {
        Explored explored = new Explored(subject, symbols, text, Completeness.of(isExact), more);
        StringBuilder lines = new StringBuilder(subject)
                .append(" (")
                .append(explored.completeness())
                .append(")\n");
        if (text == null) {
            symbols.forEach(symbol -> lines.append(symbol.shown()).append('\n'));
        } else {
            lines.append(text).append('\n');
        }
        return new ToolAnswer<>(
                explored, lines.append(more == null ? "" : more).toString().stripTrailing());
    }
}
