package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Scala, and the packages around the innermost one that a file names one by one. */
final class ScalaImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    ScalaImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        switch (tree.type(node)) {
            case "import_declaration" -> imported(node);
            case "package_clause" -> around(node);
            default -> {}
        }
    }

    /** What is named before a further clause is visible in it. */
    private void around(int node) {
        String outer = "";
        for (int child = tree.firstChild(tree.parent(node)); child != node; child = tree.nextSibling(child)) {
            if (outer.length() > PackageName.LONGEST) {
                return;
            }
            if (tree.type(child).equals("package_clause")) {
                outer = PackageName.join(outer, draft.dotted(tree.child(child, "name")));
            }
        }
        if (!outer.isEmpty()) {
            draft.add(Import.Kind.ON_DEMAND, outer, "", "", node);
        }
    }

    private void imported(int node) {
        StringBuilder path = new StringBuilder();
        boolean isTaken = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "identifier", "operator_identifier" ->
                    path.append(path.isEmpty() ? "" : ".").append(tree.text(child));
                case "namespace_wildcard" -> {
                    draft.add(Import.Kind.ON_DEMAND, path.toString(), "", "", node);
                    isTaken = true;
                }
                case "namespace_selectors" -> {
                    selected(path.toString(), child);
                    isTaken = true;
                }
                case "as_renamed_identifier", "arrow_renamed_identifier" -> {
                    renamed(path.toString(), child);
                    isTaken = true;
                }
                case "," -> {
                    if (!isTaken) {
                        draft.member(path.toString(), "", node);
                    }
                    path.setLength(0);
                    isTaken = false;
                }
                default -> {}
            }
        }
        if (!isTaken) {
            draft.member(path.toString(), "", node);
        }
    }

    private void selected(String path, int selectors) {
        for (int child = tree.firstChild(selectors); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "identifier" -> draft.add(Import.Kind.NAMED, path, tree.text(child), tree.text(child), child);
                case "as_renamed_identifier", "arrow_renamed_identifier" -> renamed(path, child);
                case "namespace_wildcard" -> draft.add(Import.Kind.ON_DEMAND, path, "", "", child);
                default -> {}
            }
        }
    }

    private void renamed(String path, int node) {
        int alias = tree.child(node, "alias");
        if (alias != NONE && !tree.text(alias).equals("_")) {
            draft.add(Import.Kind.NAMED, path, tree.text(tree.child(node, "name")), tree.text(alias), node);
        }
    }
}
