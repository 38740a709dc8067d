package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.tree.SyntaxTree;

/** Names of callees in JavaScript and TypeScript that the query does not find: within parentheses, before {@code !}, {@code super}. */
final class CalledNames {

    private static final int DEEPEST = 6;

    private final SyntaxTree tree;

    CalledNames(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The name of what a call calls; none when it has none, or the node is no call. */
    int of(int call) {
        int at = switch (tree.type(call)) {
            case "call_expression" -> tree.child(call, "function");
            case "new_expression" -> tree.child(call, "constructor");
            default -> NONE;
        };
        for (int i = 0; i < DEEPEST && at != NONE; i++) {
            switch (tree.type(at)) {
                case "super", "identifier" -> {
                    return at;
                }
                case "member_expression" -> {
                    return tree.child(at, "property");
                }
                case "parenthesized_expression", "non_null_expression", "instantiation_expression" -> at = inner(at);
                default -> {
                    return NONE;
                }
            }
        }
        return NONE;
    }

    private int inner(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !tree.type(child).equals("comment")) {
                return child;
            }
        }
        return NONE;
    }
}
