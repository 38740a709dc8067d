package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What TypeScript, Go and Ruby declare without a body, which the query leaves out because it is no chunk: methods of interfaces, members
 * whose type is that of a function, and types that are given a name or written in place.
 */
final class DeclaredMembers {

    private static final int[] NOTHING = {};

    private final SyntaxTree tree;

    /** Bodies whose members are those of a named type. */
    private final Set<Integer> bodies = new HashSet<>();

    DeclaredMembers(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The declaration that a node is; null when it is none. Nodes are asked for in preorder. */
    @Nullable
    Definition at(int node) {
        Definition found = declared(node);
        return found == null || found.name() == NONE ? null : found;
    }

    private @Nullable Definition declared(int node) {
        return switch (tree.type(node)) {
            case "interface_declaration" -> {
                bodies.add(tree.child(node, "body"));
                yield null;
            }
            case "type_alias_declaration" -> {
                written(tree.child(node, "value"));
                yield type(node, tree.child(node, "name"));
            }
            case "method_signature" ->
                bodies.contains(tree.parent(node)) ? function(node, node, tree.child(node, "name")) : null;
            case "property_signature" -> bodies.contains(tree.parent(node)) ? property(node) : null;
            case "public_field_definition" -> {
                int type = annotated(node);
                boolean isFunction = type != NONE && tree.type(type).equals("function_type");
                yield isFunction ? function(node, type, tree.child(node, "name")) : null;
            }
            case "simple_symbol" -> isAttribute(node) ? named(node, node) : null;
            case "alias" -> named(node, tree.child(node, "name"));
            case "method_elem" -> isOfNamedType(node) ? signature(node) : null;
            default -> null;
        };
    }

    /** Ruby: whether a symbol is the name of a method that a call defines. */
    private boolean isAttribute(int symbol) {
        int list = tree.parent(symbol);
        int call = list == NONE ? NONE : tree.parent(list);
        int method = call != NONE && tree.type(call).equals("call") ? tree.child(call, "method") : NONE;
        if (method == NONE || tree.child(call, "receiver") != NONE || tree.child(call, "arguments") != list) {
            return false;
        }
        return switch (tree.text(method)) {
            case "attr_reader", "attr_writer", "attr_accessor" -> true;
            case "alias_method", "define_method" -> first(list) == symbol;
            default -> false;
        };
    }

    private int first(int list) {
        int first = tree.firstChild(list);
        while (first != NONE && !tree.isNamed(first)) {
            first = tree.nextSibling(first);
        }
        return first;
    }

    private Definition named(int node, int name) {
        return new Definition(Capture.METHOD, node, node, name, NONE, NONE, NONE, NONE, NOTHING, NOTHING);
    }

    /** Go: whether an interface has a name. */
    private boolean isOfNamedType(int node) {
        int written = tree.parent(node);
        return tree.type(written).equals("interface_type")
                && tree.type(tree.parent(written)).equals("type_spec");
    }

    private Definition signature(int node) {
        return new Definition(
                Capture.METHOD,
                node,
                node,
                tree.child(node, "name"),
                NONE,
                NONE,
                tree.child(node, "result"),
                NONE,
                NOTHING,
                NOTHING);
    }

    private void written(int type) {
        if (type == NONE) {
            return;
        }
        if (tree.type(type).equals("object_type")) {
            bodies.add(type);
        } else if (tree.type(type).equals("intersection_type")) {
            for (int child = tree.firstChild(type); child != NONE; child = tree.nextSibling(child)) {
                written(child);
            }
        }
    }

    private @Nullable Definition property(int node) {
        int type = annotated(node);
        if (type == NONE) {
            return null;
        }
        if (tree.type(type).equals("function_type")) {
            return function(node, type, tree.child(node, "name"));
        }
        if (tree.type(type).equals("object_type")) {
            bodies.add(type);
            return type(node, tree.child(node, "name"));
        }
        return null;
    }

    /** The type behind the colon. */
    private int annotated(int node) {
        int annotation = tree.child(node, "type");
        int type = NONE;
        for (int child = annotation == NONE ? NONE : tree.firstChild(annotation);
                child != NONE;
                child = tree.nextSibling(child)) {
            type = tree.isNamed(child) ? child : type;
        }
        return type;
    }

    private Definition type(int node, int name) {
        return new Definition(Capture.CLASS, node, node, name, NONE, NONE, NONE, NONE, NOTHING, NOTHING);
    }

    private Definition function(int node, int signature, int name) {
        List<Integer> parameters = new ArrayList<>();
        int list = tree.child(signature, "parameters");
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            int pattern = tree.isNamed(child) ? tree.child(child, "pattern") : NONE;
            if (pattern != NONE) {
                parameters.add(pattern);
            }
        }
        return new Definition(
                Capture.METHOD,
                node,
                node,
                name,
                NONE,
                NONE,
                tree.child(signature, "return_type"),
                NONE,
                parameters.stream().mapToInt(Integer::intValue).toArray(),
                NOTHING);
    }
}
