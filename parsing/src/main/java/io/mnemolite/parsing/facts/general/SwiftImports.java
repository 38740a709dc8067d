package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Swift: of modules, whose names are visible alone and behind that of the module. */
final class SwiftImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    SwiftImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        if (!tree.type(node).equals("import_declaration")) {
            return;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("identifier")) {
                String module = draft.dotted(child).split("\\.", 2)[0];
                draft.add(Import.Kind.ON_DEMAND, module, "", "", node);
                draft.add(Import.Kind.SINGLE, module, "", module, node);
            }
        }
    }
}
