package io.mnemolite.benchmarks.callgraph.module;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a Python file of which an oracle is asked.
 *
 * @param calls names of callees
 * @param bases names in the heads of classes
 */
record PythonNames(List<Place> calls, List<Base> bases) {

    /**
     * A supertype as written.
     *
     * @param type the class that has it, as the oracle would call it
     */
    record Base(Truth.Target type, Place place) {}

    static PythonNames of(String file, SyntaxTree tree) {
        List<Place> calls = new ArrayList<>();
        List<Base> bases = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.type(node).equals("call") && tree.isNamed(node)) {
                int name = name(tree, tree.child(node, "function"));
                if (name != NONE) {
                    calls.add(place(file, tree, name));
                }
            } else if (tree.type(node).equals("class_definition")) {
                int name = tree.child(node, "name");
                Truth.Target type = new Truth.Target(file, tree.text(name), tree.startLine(name), "");
                int list = tree.child(node, "superclasses");
                for (int child = list == NONE ? NONE : tree.firstChild(list);
                        child != NONE;
                        child = tree.nextSibling(child)) {
                    int base = name(tree, child);
                    if (base != NONE) {
                        bases.add(new Base(type, place(file, tree, base)));
                    }
                }
            }
        }
        return new PythonNames(calls, bases);
    }

    private static int name(SyntaxTree tree, int node) {
        if (node == NONE) {
            return NONE;
        }
        return switch (tree.type(node)) {
            case "identifier" -> node;
            case "attribute" -> tree.child(node, "attribute");
            default -> NONE;
        };
    }

    private static Place place(String file, SyntaxTree tree, int node) {
        return new Place(file, tree.startLine(node), tree.startColumn(node));
    }
}
