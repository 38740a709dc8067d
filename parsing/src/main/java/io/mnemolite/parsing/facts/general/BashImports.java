package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The files that a shell script reads its functions from. */
final class BashImports implements ImportStatements {

    private final SyntaxTree tree;
    private final ImportDraft draft;

    BashImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        int name = tree.type(node).equals("command") ? tree.child(node, "name") : NONE;
        int argument = name == NONE ? NONE : tree.child(node, "argument");
        if (argument == NONE || !isSource(tree.text(name))) {
            return;
        }
        String path = path(argument);
        if (!path.isEmpty()) {
            draft.add(Import.Kind.ON_DEMAND, path, "", "", node);
        }
    }

    private static boolean isSource(String name) {
        return name.equals("source") || name.equals(".");
    }

    /** The path as far as it is written; a folder that is computed is mostly that of the script. */
    private String path(int argument) {
        if (tree.type(argument).equals("word")) {
            return tree.text(argument);
        }
        StringBuilder path = new StringBuilder();
        for (int child = tree.firstChild(argument); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "word", "string_content" -> path.append(tree.text(child));
                case "simple_expansion", "expansion", "command_substitution" -> path.setLength(0);
                default -> {}
            }
        }
        String written = path.toString();
        if (written.isEmpty() && tree.type(argument).equals("raw_string")) {
            return draft.unquoted(argument);
        }
        return written.startsWith("/") && written.length() < tree.text(argument).length() - 2 ? "." + written : written;
    }
}
