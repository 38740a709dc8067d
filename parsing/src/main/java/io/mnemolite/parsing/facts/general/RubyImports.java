package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The files that a file of Ruby requires. */
final class RubyImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    RubyImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        int method = tree.type(node).equals("call") ? tree.child(node, "method") : NONE;
        int arguments = method == NONE ? NONE : tree.child(node, "arguments");
        int string = arguments == NONE ? NONE : tree.firstChild(arguments);
        while (string != NONE && !tree.isNamed(string)) {
            string = tree.nextSibling(string);
        }
        if (string == NONE || !tree.type(string).equals("string") || tree.child(node, "receiver") != NONE) {
            return;
        }
        for (int child = tree.firstChild(string); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("interpolation")) {
                return;
            }
        }
        String path = draft.unquoted(string);
        switch (tree.text(method)) {
            case "require_relative" -> draft.add(Import.Kind.ON_DEMAND, "./" + path, "", "", node);
            case "require", "load" -> draft.add(Import.Kind.ON_DEMAND, path, "", "", node);
            default -> {}
        }
    }
}
