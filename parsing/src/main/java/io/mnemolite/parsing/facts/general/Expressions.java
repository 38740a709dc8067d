package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nodes that are expressions, told by the names that grammars give them. A call ends the descent. */
final class Expressions {

    private static final int DEEPEST = 16;

    /** Bytes of a qualified name, with what its parts take as arguments, up to which it is read. */
    private static final int LONGEST_NAME = 500;

    private static final Pattern ARGUMENTS = Pattern.compile("<[^<>]*>");
    private static final Pattern SEPARATORS = Pattern.compile("(::|\\\\|\\.)+");

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final boolean isRust;
    private final RustPaths paths;

    Expressions(SyntaxTree tree, FactDraft draft) {
        this.tree = tree;
        this.draft = draft;
        this.paths = new RustPaths(tree);
        this.isRust =
                tree.grammar().name().equals("rust") || tree.grammar().name().equals("swift");
    }

    Expression of(int node) {
        return of(node, 0);
    }

    private Expression of(int node, int depth) {
        if (node == NONE || depth > DEEPEST) {
            return Expression.UNKNOWN;
        }
        String required = required(node);
        if (required != null) {
            return new Expression.Name(required);
        }
        if (isCall(tree.type(node)) && !isElement(tree.type(node)) && draft.number(node) >= 0) {
            return isSuperCall(node) ? new Expression.Parent(null) : new Expression.Result(draft.number(node));
        }
        return switch (tree.type(node)) {
            case "identifier",
                    "name",
                    "simple_identifier",
                    "constant",
                    "type_identifier",
                    "property_identifier",
                    "namespace_identifier" -> named(tree.text(node));
            // Its sign tells it from a function of the same name.
            case "variable_name" ->
                tree.text(node).equals("$this") ? new Expression.Self(null) : new Expression.Name(tree.text(node));
            case "this", "self", "this_expression", "self_expression" -> new Expression.Self(null);
            case "relative_scope" ->
                tree.text(node).equals("parent") ? new Expression.Parent(null) : new Expression.Self(null);
            case "super", "base", "base_expression", "super_expression" -> new Expression.Parent(null);
            case "attribute",
                    "member_expression",
                    "selector_expression",
                    "field_expression",
                    "member_access_expression",
                    "navigation_expression",
                    "dotted_name" -> member(node, depth);
            case "scoped_identifier",
                    "qualified_identifier",
                    "nested_namespace_specifier",
                    "scope_resolution",
                    "qualified_name",
                    "crate" -> qualified(node);
            case "generic_type", "template_type", "bracketed_type", "named_type" -> of(firstNamed(node), depth + 1);
            case "parenthesized_expression", "non_null_expression", "expression_list" ->
                of(firstNamed(node), depth + 1);
            case "await", "await_expression" -> new Expression.Awaited(of(firstNamed(node), depth + 1));
            case "as_expression" -> asserted(node, depth);
            case "satisfies_expression" -> of(firstNamed(node), depth + 1);
            case "type_assertion", "cast_expression" -> typed(firstNamed(node));
            case "subscript", "subscript_expression", "index_expression" ->
                new Expression.Element(of(firstNamed(node), depth + 1), false);
            case "unary_expression", "pointer_expression", "reference_expression" -> {
                Expression of = of(lastNamed(node), depth + 1);
                // Rust: what the object refers to, which is another one where a reference has methods of its own.
                boolean isReferred = of instanceof Expression.Self && isRust;
                yield isReferred ? Expression.UNKNOWN : of;
            }
            case "clone_expression" -> of(lastNamed(node), depth + 1);
            case "composite_literal", "type_assertion_expression" -> typed(tree.child(node, "type"));
            case "struct_expression" -> typed(tree.child(node, "name"));
            case "conditional_expression", "ternary_expression" -> choice(node, depth);
            case "none", "null", "undefined" -> new Expression.Typed(TypeRef.NULL);
            case "binary_expression", "boolean_operator" -> either(node, depth);
            case "assignment_expression", "assignment" -> of(tree.child(node, "right"), depth + 1);
            case "string", "template_string", "interpreted_string_literal", "raw_string_literal", "string_literal" ->
                new Expression.Typed(TypeRef.of("str"));
            default -> Expression.UNKNOWN;
        };
    }

    /** JavaScript: the name, which no text can spell, of the module that a call of {@code require} yields; null of any other node. */
    @Nullable
    String required(int node) {
        String target = requiredModule(node);
        return target == null ? null : "require(" + target + ")";
    }

    /** The module that a call of {@code require} names; null of any other node. */
    @Nullable
    String requiredModule(int node) {
        int function = tree.type(node).equals("call_expression") ? tree.child(node, "function") : NONE;
        int arguments = function == NONE ? NONE : tree.child(node, "arguments");
        int source = arguments == NONE ? NONE : firstNamed(arguments);
        if (source == NONE
                || !tree.type(source).equals("string")
                || !tree.text(function).equals("require")) {
            return null;
        }
        String text = tree.text(source);
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }

    private Expression named(String name) {
        return switch (name) {
            case "Self" -> isRust ? new Expression.Self(null) : new Expression.Name(name);
            case "this", "self" -> new Expression.Self(null);
            case "super" -> new Expression.Parent(null);
            default -> new Expression.Name(name);
        };
    }

    private Expression qualified(int node) {
        return isLong(node)
                ? Expression.UNKNOWN
                : path(node, List.of(dotted(node).split("\\.", -1)));
    }

    private boolean isLong(int node) {
        return tree.endByte(node) - tree.startByte(node) > LONGEST_NAME;
    }

    /** Rust: what a path is within that the last part belongs to. */
    Expression scope(int node) {
        return switch (tree.type(node)) {
            case "crate", "self", "super", "identifier" -> qualified(node);
            default -> of(node);
        };
    }

    /** A qualified name with dots, without what its parts take as arguments. */
    private String dotted(int node) {
        String text = tree.text(node).replaceAll("\\s", "");
        String shorter = ARGUMENTS.matcher(text).replaceAll("");
        while (!shorter.equals(text)) {
            text = shorter;
            shorter = ARGUMENTS.matcher(text).replaceAll("");
        }
        return SEPARATORS.matcher(text).replaceAll(".");
    }

    private Expression typed(int type) {
        return type == NONE ? Expression.UNKNOWN : new Expression.Typed(WrittenTypes.of(tree.text(type)));
    }

    private Expression asserted(int node, int depth) {
        int type = lastNamed(node);
        // "as const" says nothing of the type.
        return type == NONE || type == firstNamed(node) ? of(firstNamed(node), depth + 1) : typed(type);
    }

    /** One value or the other, when the first is none. */
    private Expression either(int node, int depth) {
        int operator = tree.child(node, "operator");
        return switch (operator == NONE ? "" : tree.text(operator)) {
            case "or", "||", "??" ->
                new Expression.Choice(
                        List.of(of(tree.child(node, "left"), depth + 1), of(tree.child(node, "right"), depth + 1)));
            default -> Expression.UNKNOWN;
        };
    }

    private Expression choice(int node, int depth) {
        List<Expression> parts = new ArrayList<>();
        int consequence = tree.child(node, "consequence");
        if (consequence != NONE) {
            parts.add(of(consequence, depth + 1));
            parts.add(of(tree.child(node, "alternative"), depth + 1));
        } else {
            // Python: value, condition, other value.
            parts.add(of(firstNamed(node), depth + 1));
            parts.add(of(lastNamed(node), depth + 1));
        }
        return new Expression.Choice(parts);
    }

    private Expression member(int node, int depth) {
        int of = firstNamed(node);
        int name = lastNamed(node);
        if (of == NONE || of == name) {
            return of == NONE ? Expression.UNKNOWN : of(of, depth + 1);
        }
        if (tree.type(node).equals("dotted_name")) {
            Expression dotted = null;
            for (String part : tree.text(node).split("\\.", -1)) {
                dotted = dotted == null
                        ? new Expression.Name(part.strip())
                        : new Expression.Member(dotted, part.strip());
            }
            return dotted == null ? Expression.UNKNOWN : dotted;
        }
        return new Expression.Member(of(of, depth + 1), simple(name));
    }

    /** The last name in a node, such as that of {@code .name} or {@code $name}. */
    String simple(int node) {
        int at = node;
        for (int last = lastName(at); last != NONE; last = lastName(at)) {
            at = last;
        }
        return tree.text(at).replace("$", "");
    }

    /** The last part of a name; what a type takes as arguments names something else. */
    private int lastName(int node) {
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            String type = tree.type(child);
            boolean isPart = tree.isNamed(child)
                    && !type.contains("comment")
                    && !type.equals("type_arguments")
                    && !type.endsWith("argument_list");
            last = isPart ? child : last;
        }
        return last;
    }

    /** The parts of a qualified name before the last; none of a simple one. An empty one stands for the outermost namespace. */
    List<String> qualifiers(int name) {
        return switch (tree.type(name)) {
            case "qualified_name", "qualified_identifier", "scoped_type_identifier", "relative_name" -> {
                if (isLong(name)) {
                    yield List.of();
                }
                List<String> parts = List.of(dotted(name).split("\\.", -1));
                yield parts.subList(0, parts.size() - 1);
            }
            default -> List.of();
        };
    }

    /** What the parts of a path stand for. */
    Expression path(int node, List<String> parts) {
        String first = parts.getFirst();
        if (isRust && RustPaths.isRoot(first)) {
            return new Expression.TypeName(TypeRef.of(paths.within(node, String.join(".", parts))));
        }
        if (first.isEmpty() || first.equals("namespace")) {
            String rest = String.join(".", parts.subList(1, parts.size()));
            return new Expression.TypeName(TypeRef.of(first.isEmpty() ? "." + rest : rest));
        }
        Expression path = named(first);
        for (String part : parts.subList(1, parts.size())) {
            path = new Expression.Member(path, part);
        }
        return path;
    }

    private boolean isSuperCall(int call) {
        int function = tree.child(call, "function");
        return function != NONE && tree.text(function).equals("super");
    }

    static boolean isCall(String type) {
        return type.contains("call")
                || type.contains("invocation")
                || type.equals("new_expression")
                || type.equals("object_creation_expression")
                || type.equals("instance_expression")
                || type.equals("command")
                || isElement(type);
    }

    /** JavaScript: whether this kind of node has a component rendered, which is as good as a call of it. */
    private static boolean isElement(String type) {
        return type.equals("jsx_self_closing_element") || type.equals("jsx_opening_element");
    }

    int firstNamed(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !tree.type(child).contains("comment")) {
                return child;
            }
        }
        return NONE;
    }

    int lastNamed(int node) {
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            last = tree.isNamed(child) && !tree.type(child).contains("comment") ? child : last;
        }
        return last;
    }
}
