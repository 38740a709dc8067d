package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.server.web.code.source.QualifiedName;
import io.mnemolite.server.web.code.source.SourcePlace;
import java.util.List;
import java.util.Locale;

/**
 * A symbol that calls, or is called.
 *
 * @param at the file of the calls
 * @param lines of the calls, the first ones
 * @param moreLines how many lines more
 * @param linesIn the address of the page on which those lines are
 * @param rule why the edge is there
 * @param doubt what is not certain about it; empty when all is
 */
public record NeighbourRow(
        String id,
        String kind,
        QualifiedName name,
        boolean isTest,
        SourcePlace at,
        List<Integer> lines,
        int moreLines,
        String linesIn,
        String relation,
        String rule,
        String confidence,
        String doubt) {

    private static final int SHOWN_LINES = 6;

    /** @param linesIn the address of the page on which the lines of the calls are */
    static NeighbourRow of(Neighbour neighbour, String linesIn) {
        CodeSymbol symbol = neighbour.symbol().symbol();
        CodeEdge edge = neighbour.edge();
        List<Integer> lines = edge.lines().stream().distinct().toList();
        int shown = Math.min(lines.size(), SHOWN_LINES);
        return new NeighbourRow(
                symbol.id().toString(),
                symbol.kind().wireName(),
                QualifiedName.of(symbol),
                symbol.isTest(),
                SourcePlace.of(neighbour.symbol().repository(), neighbour.path(), 0, 0),
                lines.subList(0, shown),
                lines.size() - shown,
                linesIn,
                relation(edge),
                rule(edge),
                String.format(Locale.ROOT, "%.0f %%", 100 * edge.confidence()),
                doubt(neighbour));
    }

    private static String relation(CodeEdge edge) {
        return switch (edge.kind()) {
            case CALLS -> "calls";
            case REFERENCES -> "names";
            case INHERITS -> "inherits";
            case MAY_DISPATCH -> "may arrive";
            case IMPORTS -> "imports";
        };
    }

    private static String rule(CodeEdge edge) {
        return switch (edge.rule()) {
            case SCOPE -> "the name is bound in the scope around it";
            case ENCLOSING_TYPE -> "a member of the enclosing type";
            case OUTER_TYPE -> "a member of a type further out";
            case IMPORT -> "imported by name";
            case PACKAGE -> "of the same package or module";
            case WILDCARD_IMPORT -> "imported with all names";
            case QUALIFIED -> "a member of what is named before it";
            case CREATION -> "creates the type";
            case RECEIVER -> "a member of the value's type";
            case SUPERTYPE -> "a member of a supertype";
            case SAME_TYPE -> "another constructor of the type";
            case DECLARATION -> "declared as a supertype";
            case OVERRIDE -> "the same name and parameters in a supertype";
        };
    }

    private static String doubt(Neighbour neighbour) {
        if (neighbour.mayDispatch()) {
            return "through a method that is overridden";
        }
        int candidates = neighbour.edge().candidates();
        return candidates > 1 ? "the first of " + candidates + " overloads that fit" : "";
    }
}
