package io.mnemolite.parsing.facts.java;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that are expressions, as far as they tell a type. A call ends the descent: it is named by its site. */
final class JavaExpressions {

    private static final int DEEPEST = 24;
    private static final Expression STRING = new Expression.Typed(TypeRef.of("java.lang.String"));
    private static final Expression INT = new Expression.Typed(TypeRef.of("int"));
    private static final Expression BOOLEAN = new Expression.Typed(TypeRef.of("boolean"));
    private static final Expression NULL = new Expression.Typed(TypeRef.NULL);

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final JavaTypes types;

    JavaExpressions(SyntaxTree tree, FactDraft draft, JavaTypes types) {
        this.tree = tree;
        this.draft = draft;
        this.types = types;
    }

    Expression of(int node) {
        return of(node, 0);
    }

    private Expression of(int node, int depth) {
        if (node == NONE || depth > DEEPEST) {
            return Expression.UNKNOWN;
        }
        return switch (tree.type(node)) {
            case "identifier", "type_identifier" -> new Expression.Name(tree.text(node));
            case "this" -> new Expression.Self(null);
            case "super" -> new Expression.Parent(null);
            case "field_access", "scoped_identifier", "scoped_type_identifier" -> member(node, depth);
            case "method_invocation" -> new Expression.Result(draft.number(node));
            case "method_reference" -> new Expression.Callable(draft.number(node));
            case "object_creation_expression" -> created(node);
            case "cast_expression" -> new Expression.Typed(types.of(tree.child(node, "type")));
            case "parenthesized_expression" -> of(firstExpression(node), depth + 1);
            case "ternary_expression" ->
                new Expression.Choice(List.of(
                        of(tree.child(node, "consequence"), depth + 1),
                        of(tree.child(node, "alternative"), depth + 1)));
            case "assignment_expression" -> of(tree.child(node, "left"), depth + 1);
            case "array_access" -> new Expression.Element(of(tree.child(node, "array"), depth + 1), false);
            case "array_creation_expression" -> new Expression.Typed(createdArray(node));
            case "lambda_expression" -> lambda(node, depth);
            case "binary_expression" -> binary(node, depth);
            case "unary_expression" -> unary(node, depth);
            case "update_expression" -> of(firstExpression(node), depth + 1);
            case "instanceof_expression", "true", "false" -> BOOLEAN;
            case "string_literal" -> STRING;
            case "character_literal" -> new Expression.Typed(TypeRef.of("char"));
            case "null_literal" -> NULL;
            case "decimal_integer_literal", "hex_integer_literal", "octal_integer_literal", "binary_integer_literal" ->
                endsWith(node, 'l', 'L') ? new Expression.Typed(TypeRef.of("long")) : INT;
            case "decimal_floating_point_literal", "hex_floating_point_literal" ->
                new Expression.Typed(TypeRef.of(endsWith(node, 'f', 'F') ? "float" : "double"));
            case "class_literal" ->
                new Expression.Typed(new TypeRef("java.lang.Class", List.of(types.of(tree.firstChild(node)))));
            case "generic_type", "array_type", "annotated_type" -> new Expression.TypeName(types.of(node));
            case "integral_type", "floating_point_type", "boolean_type" -> new Expression.TypeName(types.of(node));
            case "switch_expression" -> switched(node, depth);
            default -> Expression.UNKNOWN;
        };
    }

    private Expression member(int node, int depth) {
        int name = tree.child(node, "field");
        int of = tree.child(node, "object");
        if (name == NONE) {
            name = tree.child(node, "name");
            of = tree.child(node, "scope");
        }
        if (name == NONE) {
            return new Expression.TypeName(types.of(node));
        }
        if (tree.type(name).equals("this")) {
            return new Expression.Self(tree.text(of));
        }
        return new Expression.Member(of(of, depth + 1), tree.text(name));
    }

    private Expression created(int node) {
        // An anonymous class has at least the members of what it extends.
        return new Expression.Typed(types.of(tree.child(node, "type")));
    }

    private TypeRef createdArray(int node) {
        TypeRef type = types.of(tree.child(node, "type"));
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "dimensions_expr" -> type = TypeRef.arrayOf(type);
                case "dimensions" -> {
                    for (int part = tree.firstChild(child); part != NONE; part = tree.nextSibling(part)) {
                        type = tree.type(part).equals("[") ? TypeRef.arrayOf(type) : type;
                    }
                }
                default -> {}
            }
        }
        return type;
    }

    private Expression lambda(int node, int depth) {
        return new Expression.Lambda(draft.number(node), parameters(node).size(), result(node, depth));
    }

    /** The nodes that name the parameters of a lambda. */
    List<Integer> parameters(int lambda) {
        int parameters = tree.child(lambda, "parameters");
        if (parameters == NONE) {
            return List.of();
        }
        if (tree.type(parameters).equals("identifier")) {
            return List.of(parameters);
        }
        List<Integer> found = new ArrayList<>();
        for (int child = tree.firstChild(parameters); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "identifier", "formal_parameter", "spread_parameter" -> found.add(child);
                default -> {}
            }
        }
        return found;
    }

    private @Nullable Expression result(int lambda, int depth) {
        int body = tree.child(lambda, "body");
        if (body == NONE) {
            return null;
        }
        if (!tree.type(body).equals("block")) {
            return of(body, depth + 1);
        }
        int last = NONE;
        for (int child = tree.firstChild(body); child != NONE; child = tree.nextSibling(child)) {
            last = tree.isNamed(child) && !types.isComment(child) ? child : last;
        }
        return last != NONE && tree.type(last).equals("return_statement") && firstExpression(last) != NONE
                ? of(firstExpression(last), depth + 1)
                : null;
    }

    private Expression binary(int node, int depth) {
        String operator = tree.text(tree.child(node, "operator"));
        return switch (operator) {
            case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> BOOLEAN;
            default ->
                new Expression.Operation(
                        operator, of(tree.child(node, "left"), depth + 1), of(tree.child(node, "right"), depth + 1));
        };
    }

    private Expression unary(int node, int depth) {
        Expression operand = of(tree.child(node, "operand"), depth + 1);
        return tree.text(tree.child(node, "operator")).equals("!")
                ? BOOLEAN
                : new Expression.Operation("+", operand, INT);
    }

    private Expression switched(int node, int depth) {
        int body = tree.child(node, "body");
        List<Expression> alternatives = new ArrayList<>();
        for (int rule = body == NONE ? NONE : tree.firstChild(body); rule != NONE; rule = tree.nextSibling(rule)) {
            if (!tree.type(rule).equals("switch_rule")) {
                continue;
            }
            for (int child = tree.firstChild(rule); child != NONE; child = tree.nextSibling(child)) {
                switch (tree.type(child)) {
                    case "expression_statement" -> alternatives.add(of(firstExpression(child), depth + 1));
                    case "block" -> alternatives.add(Expression.UNKNOWN);
                    default -> {}
                }
            }
        }
        return alternatives.isEmpty() ? Expression.UNKNOWN : new Expression.Choice(alternatives);
    }

    /** The first child that is no punctuation or comment. */
    int firstExpression(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !types.isComment(child)) {
                return child;
            }
        }
        return NONE;
    }

    /** The arguments of a call, none when it has no list of them. */
    List<Expression> arguments(int list) {
        List<Expression> arguments = new ArrayList<>();
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !types.isComment(child)) {
                arguments.add(of(child));
            }
        }
        return arguments;
    }

    private boolean endsWith(int node, char lower, char upper) {
        byte last = tree.byteAt(tree.endByte(node) - 1);
        return last == lower || last == upper;
    }
}
