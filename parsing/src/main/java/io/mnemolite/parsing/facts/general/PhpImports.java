package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.tree.SyntaxTree;

/** The use declarations of PHP: of classes, functions and namespaces, alone or in groups. */
final class PhpImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    PhpImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        if (!tree.type(node).equals("namespace_use_declaration")) {
            return;
        }
        String group = "";
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "namespace_name" -> group = draft.dotted(child);
                case "namespace_use_clause" -> clause("", child);
                case "namespace_use_group" -> {
                    for (int each = tree.firstChild(child); each != NONE; each = tree.nextSibling(each)) {
                        if (tree.type(each).equals("namespace_use_clause")) {
                            clause(group, each);
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private void clause(String group, int clause) {
        int alias = tree.child(clause, "alias");
        for (int child = tree.firstChild(clause); child != NONE; child = tree.nextSibling(child)) {
            boolean isPath = tree.type(child).equals("name")
                    || tree.type(child).equals("qualified_name")
                    || tree.type(child).equals("namespace_name");
            if (isPath && child != alias) {
                draft.member(
                        PackageName.join(group, draft.dotted(child)), alias == NONE ? "" : tree.text(alias), clause);
            }
        }
    }
}
