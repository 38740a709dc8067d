package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Python: of modules, and of names of them. */
final class PythonImports implements ImportStatements {

    private final SyntaxTree tree;
    private final Expressions expressions;
    private final ImportDraft draft;

    PythonImports(SyntaxTree tree, Expressions expressions, ImportDraft draft) {
        this.tree = tree;
        this.expressions = expressions;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        switch (tree.type(node)) {
            case "import_from_statement" -> names(node);
            case "import_statement" -> modules(node);
            default -> {}
        }
    }

    private void modules(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("aliased_import")) {
                String target = tree.text(tree.child(child, "name"));
                draft.add(Import.Kind.SINGLE, target, "", tree.text(tree.child(child, "alias")), child);
            } else if (tree.type(child).equals("dotted_name")) {
                String first = tree.text(expressions.firstNamed(child));
                draft.add(Import.Kind.SINGLE, first, "", first, child);
            }
        }
    }

    private void names(int node) {
        int module = tree.child(node, "module_name");
        if (module == NONE) {
            return;
        }
        String target = tree.text(module).replaceAll("\\s", "");
        for (int child = tree.nextSibling(module); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "dotted_name" -> draft.add(Import.Kind.NAMED, target, tree.text(child), tree.text(child), child);
                case "aliased_import" ->
                    draft.add(
                            Import.Kind.NAMED,
                            target,
                            tree.text(tree.child(child, "name")),
                            tree.text(tree.child(child, "alias")),
                            child);
                case "wildcard_import" -> draft.add(Import.Kind.ON_DEMAND, target, "", "", child);
                default -> {}
            }
        }
    }
}
