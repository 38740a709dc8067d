package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Kotlin: each names a member of a package or type, or takes all of it. */
final class KotlinImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    KotlinImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        if (!tree.type(node).equals("import_header")) {
            return;
        }
        String path = "";
        String alias = "";
        boolean isAll = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "identifier" -> path = draft.dotted(child).replaceAll("\\.Companion(?=\\.|$)", "");
                case "import_alias" ->
                    alias = tree.text(child).replaceFirst("^as\\s+", "").strip();
                case "wildcard_import" -> isAll = true;
                default -> {}
            }
        }
        if (isAll) {
            draft.add(Import.Kind.ON_DEMAND, path, "", "", node);
        } else {
            draft.member(path, alias, node);
        }
    }
}
