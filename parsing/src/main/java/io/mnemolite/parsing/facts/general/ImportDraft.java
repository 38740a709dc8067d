package io.mnemolite.parsing.facts.general;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;

/** Where the imports of a file are put. */
record ImportDraft(SyntaxTree tree, FactDraft facts) {

    /** Adds an import that the scope knows in which the walk is. */
    void add(Import.Kind kind, String target, String name, String alias, int node) {
        facts.add(new Import(kind, target, name, alias, facts.scope(), tree.startLine(node)));
    }

    /** Adds an import of what a qualified name ends in. */
    void member(String qualified, String alias, int node) {
        int dot = qualified.lastIndexOf('.');
        String target = dot < 0 ? PackageName.NO_NAME : qualified.substring(0, dot);
        String name = qualified.substring(dot + 1);
        add(Import.Kind.NAMED, target, name, alias.isEmpty() ? name : alias, node);
    }

    /** A qualified name with dots between its parts. */
    String dotted(int node) {
        return PackageName.dotted(tree, node);
    }

    /** The text of a string without its quotes. */
    String unquoted(int node) {
        String text = tree.text(node);
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }
}
