package io.mnemolite.parsing.query;

import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.List;
import java.util.Set;

/**
 * What is asked of one node.
 *
 * @param shape what the node must be
 * @param field number of the field that it must have in its parent, 0 for any
 * @param captures given to the node when it matches
 */
record Pattern(Shape shape, int field, Quantifier quantifier, boolean isFirst, List<Capture> captures) {

    /** How many children of a node match a pattern, and how many must. */
    enum Quantifier {
        ONE,
        OPTIONAL,
        ANY,
        SOME
    }

    /** What a node must be. */
    sealed interface Shape {}

    /** A node of a kind; {@link #ANY_NAMED} leaves the kind open. */
    record Kind(int kind, List<Integer> absentFields, List<Integer> absentKeywords, List<Pattern> children)
            implements Shape {
        static final int ANY_NAMED = -1;
    }

    /** The first of several patterns that matches. */
    record OneOf(List<Pattern> patterns) implements Shape {}

    /** The first node that matches among this one and those below it, at most {@link #REACH}. */
    record Below(Pattern pattern) implements Shape {
        static final int REACH = 200;
    }

    /** A pattern on the outermost level, with conditions on the text of what it captures. */
    record Root(Pattern pattern, List<Condition> conditions) {}

    /**
     * What holds for the text of each node captured so.
     *
     * @param texts of which it is one; of a condition without, it begins with a capital letter
     */
    record Condition(Capture capture, Set<String> texts) {}

    /** Adds the captures to {@code match}; what failed adds none. */
    boolean matches(SyntaxTree tree, int node, Match match) {
        int before = match.size();
        for (Capture capture : captures) {
            match.add(capture, node);
        }
        boolean matched = switch (shape) {
            case Kind kind -> matches(kind, tree, node, match);
            case OneOf oneOf -> matches(oneOf, tree, node, match);
            case Below below -> matches(below, tree, node, match);
        };
        if (!matched) {
            match.truncate(before);
        }
        return matched;
    }

    private static boolean matches(Kind kind, SyntaxTree tree, int node, Match match) {
        if (kind.kind == Kind.ANY_NAMED ? !tree.isNamed(node) : tree.kind(node) != kind.kind) {
            return false;
        }
        for (int field : kind.absentFields) {
            if (tree.child(node, field) != SyntaxTree.NONE) {
                return false;
            }
        }
        for (int keyword : kind.absentKeywords) {
            if (tree.childOfKind(node, keyword) != SyntaxTree.NONE) {
                return false;
            }
        }
        for (Pattern child : kind.children) {
            if (!child.matchesAmongChildren(tree, node, match)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(OneOf oneOf, SyntaxTree tree, int node, Match match) {
        for (Pattern pattern : oneOf.patterns) {
            boolean isInField = pattern.field == 0 || tree.fieldNumber(node) == pattern.field;
            if (isInField && pattern.matches(tree, node, match)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Below below, SyntaxTree tree, int node, Match match) {
        int end = Math.min(tree.end(node), node + Below.REACH);
        for (int candidate = node; candidate < end; candidate++) {
            if (below.pattern.matches(tree, candidate, match)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAmongChildren(SyntaxTree tree, int node, Match match) {
        boolean one = quantifier == Quantifier.ONE || quantifier == Quantifier.OPTIONAL;
        boolean found = false;
        int end = tree.end(node);
        for (int child = node + 1; child < end; child = tree.end(child)) {
            if ((field == 0 || tree.fieldNumber(child) == field) && matches(tree, child, match)) {
                found = true;
                if (one) {
                    break;
                }
            }
            if (isFirst && tree.isNamed(child)) {
                break;
            }
        }
        return found || quantifier == Quantifier.OPTIONAL || quantifier == Quantifier.ANY;
    }
}
