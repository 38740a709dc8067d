package io.mnemolite.parsing.facts.java;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes that are types, as types. */
final class JavaTypes {

    private static final int DEEPEST = 40;

    private final SyntaxTree tree;
    private final Map<String, TypeRef> simple = new HashMap<>();

    JavaTypes(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The type that {@code node} is; {@link TypeRef#UNKNOWN} of no node, or when it cannot be read. */
    TypeRef of(int node) {
        return of(node, 0);
    }

    /** The type of a variable with dimensions behind its name, as in {@code int a[]}. */
    TypeRef withDimensions(TypeRef type, int declarator) {
        return dimensions(type, tree.child(declarator, "dimensions"));
    }

    private TypeRef of(int node, int depth) {
        if (node == NONE || depth > DEEPEST) {
            return TypeRef.UNKNOWN;
        }
        return switch (tree.type(node)) {
            case "type_identifier",
                    "identifier",
                    "integral_type",
                    "floating_point_type",
                    "boolean_type",
                    "void_type",
                    "scoped_identifier" -> named(tree.text(node));
            case "scoped_type_identifier" -> scoped(node, depth);
            case "generic_type" -> generic(node, depth);
            case "array_type" -> dimensions(of(tree.child(node, "element"), depth + 1), tree.child(node, "dimensions"));
            case "annotated_type" -> of(lastNamed(node), depth + 1);
            case "wildcard" -> wildcard(node, depth);
            case "catch_type" -> union(node, depth);
            case "field_access" -> named(tree.text(node));
            default -> TypeRef.UNKNOWN;
        };
    }

    private TypeRef named(String text) {
        return simple.computeIfAbsent(
                text.indexOf(' ') < 0 && text.indexOf('\n') < 0 ? text : text.replaceAll("\\s", ""), TypeRef::of);
    }

    private TypeRef dimensions(TypeRef type, int dimensions) {
        TypeRef result = type;
        if (dimensions != NONE) {
            for (int child = tree.firstChild(dimensions); child != NONE; child = tree.nextSibling(child)) {
                if (!tree.isNamed(child) && tree.type(child).equals("[")) {
                    result = TypeRef.arrayOf(result);
                }
            }
        }
        return result;
    }

    private TypeRef generic(int node, int depth) {
        TypeRef raw = TypeRef.UNKNOWN;
        List<TypeRef> arguments = List.of();
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("type_arguments")) {
                arguments = arguments(child, depth);
            } else if (tree.isNamed(child)) {
                raw = of(child, depth + 1);
            }
        }
        return arguments.isEmpty() ? raw : new TypeRef(raw.name(), arguments);
    }

    private List<TypeRef> arguments(int node, int depth) {
        List<TypeRef> arguments = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !isComment(child)) {
                arguments.add(of(child, depth + 1));
            }
        }
        return arguments;
    }

    /** The explicit type arguments of a call or type, none when there are none. */
    List<TypeRef> arguments(int node) {
        return arguments(node, 0);
    }

    private TypeRef scoped(int node, int depth) {
        String name = "";
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            String type = tree.type(child);
            if (type.equals("type_identifier")) {
                name += (name.isEmpty() ? "" : ".") + tree.text(child);
            } else if (type.equals("scoped_type_identifier") || type.equals("generic_type")) {
                name = of(child, depth + 1).name();
            }
        }
        return named(name);
    }

    private TypeRef wildcard(int node, int depth) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            TypeRef bound = tree.isNamed(child) ? of(child, depth + 1) : TypeRef.UNKNOWN;
            if (!bound.equals(TypeRef.UNKNOWN)) {
                return bound;
            }
        }
        return TypeRef.UNKNOWN;
    }

    private TypeRef union(int node, int depth) {
        List<TypeRef> alternatives = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !isComment(child)) {
                alternatives.add(of(child, depth + 1));
            }
        }
        return TypeRef.unionOf(alternatives);
    }

    /** The types below {@code node} that stand in a list, such as those after {@code implements}. */
    List<TypeRef> listed(int node) {
        List<TypeRef> types = new ArrayList<>();
        if (node == NONE) {
            return types;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("type_list")) {
                types.addAll(listed(child));
            } else if (tree.isNamed(child) && !isComment(child)) {
                types.add(of(child));
            }
        }
        return types;
    }

    /** What {@code <…>} after a name declares. */
    List<Definition.TypeParameter> parameters(int node) {
        List<Definition.TypeParameter> parameters = new ArrayList<>();
        if (node == NONE) {
            return parameters;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (!tree.type(child).equals("type_parameter")) {
                continue;
            }
            String name = "";
            List<TypeRef> bounds = List.of();
            for (int part = tree.firstChild(child); part != NONE; part = tree.nextSibling(part)) {
                switch (tree.type(part)) {
                    case "type_identifier", "identifier" -> name = tree.text(part);
                    case "type_bound" -> bounds = listed(part);
                    default -> {}
                }
            }
            parameters.add(new Definition.TypeParameter(name, bounds));
        }
        return parameters;
    }

    private int lastNamed(int node) {
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !isComment(child)) {
                last = child;
            }
        }
        return last;
    }

    boolean isComment(int node) {
        String type = tree.type(node);
        return type.equals("line_comment") || type.equals("block_comment");
    }
}
