package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The using directives of C#: of namespaces, of what types have, and under another name. */
final class CSharpImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    CSharpImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        if (!tree.type(node).equals("using_directive")) {
            return;
        }
        int alias = tree.child(node, "name");
        String path = "";
        boolean isStatic = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            isStatic |= tree.type(child).equals("static");
            if (tree.isNamed(child) && child != alias && !tree.type(child).contains("comment")) {
                path = draft.dotted(child);
            }
        }
        if (alias != NONE) {
            draft.member(path, tree.text(alias), node);
        } else {
            draft.add(isStatic ? Import.Kind.STATIC_ON_DEMAND : Import.Kind.ON_DEMAND, path, "", "", node);
        }
    }
}
