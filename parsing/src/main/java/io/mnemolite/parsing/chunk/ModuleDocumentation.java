package io.mnemolite.parsing.chunk;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.outline.Prose;
import io.mnemolite.parsing.tree.SyntaxTree;

/** What a file says of itself as a whole, in languages that have a place for it; a licence is no documentation. */
final class ModuleDocumentation {

    private static final int LONGEST = 10_000;

    private ModuleDocumentation() {}

    /** Empty when there is none. */
    static String of(SyntaxTree tree, Surroundings surroundings) {
        return switch (tree.grammar().name()) {
            case "python" -> ofPython(tree);
            case "go" -> ofGo(tree, surroundings);
            case "rust" -> ofRust(tree);
            default -> "";
        };
    }

    /** A string as the first statement. */
    private static String ofPython(SyntaxTree tree) {
        int statement = tree.firstChild(0);
        while (statement != NONE && tree.type(statement).equals("comment")) {
            statement = tree.nextSibling(statement);
        }
        int string = statement != NONE && tree.type(statement).equals("expression_statement")
                ? tree.firstChild(statement)
                : NONE;
        return string != NONE && tree.type(string).equals("string") ? Prose.ofString(text(tree, string)) : "";
    }

    /** The comments that end in the line before the package clause. */
    private static String ofGo(SyntaxTree tree, Surroundings surroundings) {
        int clause = tree.firstChild(0);
        int first = NONE;
        int line = 0;
        for (; clause != NONE && tree.type(clause).equals("comment"); clause = tree.nextSibling(clause)) {
            first = first == NONE || tree.startLine(clause) > line + 1 ? clause : first;
            line = tree.endLine(clause);
        }
        boolean isBefore = clause != NONE
                && first != NONE
                && tree.type(clause).equals("package_clause")
                && tree.startLine(clause) == line + 1;
        return isBefore ? Prose.ofComment(surroundings.comments(tree.startByte(first), tree.startByte(clause))) : "";
    }

    /** Comments that begin with {@code //!} or {@code /*!}. */
    private static String ofRust(SyntaxTree tree) {
        StringBuilder comments = new StringBuilder();
        for (int at = tree.firstChild(0); at != NONE && comments.length() < LONGEST; at = tree.nextSibling(at)) {
            String text = tree.type(at).endsWith("comment") ? text(tree, at) : "";
            if (text.isEmpty() && !tree.type(at).contains("attribute")) {
                break;
            }
            if (text.startsWith("//!") || text.startsWith("/*!")) {
                comments.append(text.stripTrailing()).append('\n');
            }
        }
        return Prose.ofComment(comments.toString());
    }

    private static String text(SyntaxTree tree, int node) {
        int end = Math.min(tree.endByte(node), tree.startByte(node) + LONGEST);
        return tree.text(tree.startByte(node), tree.characterStart(end));
    }
}
