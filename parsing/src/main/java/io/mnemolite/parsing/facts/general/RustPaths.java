package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Paths of Rust that begin at the module around them, as seen from the module that the file is. */
final class RustPaths {

    private final SyntaxTree tree;

    RustPaths(SyntaxTree tree) {
        this.tree = tree;
    }

    /** Whether a name begins a path at a module. */
    static boolean isRoot(String name) {
        return name.equals("crate") || name.equals("self") || name.equals("super");
    }

    /** A path with dots; one that begins with {@code self} or {@code super} within a module of the file is rewritten. */
    String within(int node, String path) {
        Deque<String> modules = modules(node);
        String[] parts = path.split("\\.", -1);
        if (modules.isEmpty() || parts[0].equals("crate") || !isRoot(parts[0])) {
            return path;
        }
        int at = 0;
        while (at < parts.length && isRoot(parts[at])) {
            if (parts[at].equals("super")) {
                if (modules.isEmpty()) {
                    break;
                }
                modules.removeLast();
            }
            at++;
        }
        List<String> seen = new ArrayList<>();
        boolean isFurtherOut = at < parts.length && parts[at].equals("super");
        if (!isFurtherOut) {
            seen.add("self");
            seen.addAll(modules);
        }
        seen.addAll(List.of(parts).subList(at, parts.length));
        return String.join(".", seen);
    }

    /** The modules of the file around a node, outermost first. */
    private Deque<String> modules(int node) {
        Deque<String> modules = new ArrayDeque<>();
        for (int at = tree.parent(node); at != NONE; at = tree.parent(at)) {
            if (tree.type(at).equals("mod_item")) {
                modules.addFirst(tree.text(tree.child(at, "name")));
            }
        }
        return modules;
    }
}
