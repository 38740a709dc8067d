package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Go. */
final class GoImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    GoImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        if (tree.type(node).equals("import_spec")) {
            imported(node);
        }
    }

    private void imported(int node) {
        int path = tree.child(node, "path");
        if (path == NONE) {
            return;
        }
        String target = draft.unquoted(path);
        int name = tree.child(node, "name");
        String alias = name == NONE ? lastName(target) : tree.text(name);
        draft.add(alias.equals(".") ? Import.Kind.ON_DEMAND : Import.Kind.SINGLE, target, "", alias, node);
    }

    /** A package is mostly named as its folder, a major version left out. */
    private static String lastName(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        return last > 0 && parts[last].matches("v\\d+")
                ? parts[last - 1]
                : parts[last].replaceAll("^go-|\\.v\\d+$", "");
    }
}
