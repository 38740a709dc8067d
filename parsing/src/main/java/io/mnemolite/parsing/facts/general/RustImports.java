package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The use declarations of Rust, and the modules that lie in files of their own. Targets are paths with dots. */
final class RustImports implements ImportStatements {

    private static final int DEEPEST = 20;

    private final SyntaxTree tree;
    private final ImportDraft draft;
    private final RustPaths paths;

    RustImports(SyntaxTree tree, ImportDraft draft) {
        this.tree = tree;
        this.draft = draft;
        this.paths = new RustPaths(tree);
    }

    @Override
    public void at(int node) {
        switch (tree.type(node)) {
            case "use_declaration" -> used("", tree.child(node, "argument"), isPublic(node), 0);
            case "mod_item" -> {
                if (tree.child(node, "body") == NONE) {
                    String name = tree.text(tree.child(node, "name"));
                    String path = paths.within(node, "self." + name);
                    draft.add(Import.Kind.SINGLE, path, "", name, node);
                }
            }
            case "extern_crate_declaration" -> {
                String name = tree.text(tree.child(node, "name"));
                int alias = tree.child(node, "alias");
                String own = alias == NONE ? name : tree.text(alias);
                draft.add(Import.Kind.SINGLE, name, "", own, node);
                if (isPublic(node)) {
                    draft.add(Import.Kind.RE_EXPORT, name, "", own, node);
                }
            }
            default -> {}
        }
    }

    private boolean isPublic(int use) {
        int first = tree.firstChild(use);
        return first != NONE && tree.type(first).equals("visibility_modifier");
    }

    /** @param around the path before a list */
    private void used(String around, int node, boolean isPublic, int depth) {
        if (node == NONE || depth > DEEPEST) {
            return;
        }
        switch (tree.type(node)) {
            case "use_as_clause" -> {
                String path = PackageName.join(around, path(tree.child(node, "path")));
                String alias = tree.text(tree.child(node, "alias"));
                if (!alias.equals("_")) {
                    add(path, alias, isPublic, node);
                }
            }
            case "use_list" -> each(around, node, isPublic, depth);
            case "scoped_use_list" -> {
                int path = tree.child(node, "path");
                String before = PackageName.join(around, path == NONE ? "" : path(path));
                each(before, tree.child(node, "list"), isPublic, depth);
            }
            case "use_wildcard" -> {
                int path = tree.firstChild(node);
                boolean isPath = path != NONE && tree.isNamed(path);
                String target = paths.within(node, PackageName.join(around, isPath ? path(path) : ""));
                draft.add(Import.Kind.ON_DEMAND, target, "", "", node);
                if (isPublic) {
                    draft.add(Import.Kind.RE_EXPORT_ALL, target, "", "", node);
                }
            }
            // Within a list the module itself.
            case "self" -> add(around, around.substring(around.lastIndexOf('.') + 1), isPublic, node);
            default -> {
                String path = PackageName.join(around, path(node));
                add(path, path.substring(path.lastIndexOf('.') + 1), isPublic, node);
            }
        }
    }

    private void each(String around, int list, boolean isPublic, int depth) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child)) {
                used(around, child, isPublic, depth + 1);
            }
        }
    }

    private void add(String written, String alias, boolean isPublic, int node) {
        String path = paths.within(node, written);
        int dot = path.lastIndexOf('.');
        Import.Kind kind = dot < 0 ? Import.Kind.SINGLE : Import.Kind.NAMED;
        String target = dot < 0 ? path : path.substring(0, dot);
        String name = dot < 0 ? "" : path.substring(dot + 1);
        draft.add(kind, target, name, alias, node);
        if (isPublic && dot > 0) {
            draft.add(Import.Kind.RE_EXPORT, target, name, alias, node);
        }
    }

    private String path(int node) {
        return PackageName.dotted(tree, node);
    }
}
