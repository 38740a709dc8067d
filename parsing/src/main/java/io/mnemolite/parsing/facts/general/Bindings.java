package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Variables, parameters and fields: what a name is bound to, so that it hides what bears the same name further out. */
final class Bindings {

    private final boolean isPython;
    private final boolean isPhp;
    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;
    private final Patterns patterns;
    private final GoBindings go;
    private final @Nullable StaticVariables variables;

    Bindings(Language language, SyntaxTree tree, FactDraft draft, Expressions expressions) {
        this.isPython = language.name().equals("python");
        this.isPhp = language.name().equals("php");
        this.tree = tree;
        this.draft = draft;
        this.expressions = expressions;
        this.patterns = new Patterns(isPython || isPhp, tree, draft);
        this.go = new GoBindings(tree, draft, expressions);
        this.variables = StaticVariables.isKnown(language)
                ? new StaticVariables(language, tree, draft, expressions, patterns)
                : null;
    }

    /** Whether this kind of node is a function without a name. */
    static boolean isClosure(String type) {
        return switch (type) {
            case "arrow_function",
                    "lambda",
                    "lambda_expression",
                    "anonymous_function",
                    "function_expression",
                    "func_literal",
                    "lambda_literal",
                    "closure_expression",
                    // Python binds the names of a comprehension within it alone.
                    "list_comprehension",
                    "set_comprehension",
                    "dictionary_comprehension",
                    "generator_expression" -> true;
            default -> false;
        };
    }

    /** Binds what this node binds, if anything. */
    void at(int node) {
        if (variables != null) {
            variables.at(node);
            if (isClosure(tree.type(node))) {
                nested(node);
            }
            return;
        }
        switch (tree.type(node)) {
            case "assignment", "assignment_expression" -> assigned(node);
            case "range_clause", "type_case", "default_case" -> go.at(node);
            case "for_statement", "for_in_clause", "for_in_statement" ->
                patterns.bindAll(tree.child(node, "left"), TypeRef.UNKNOWN, element(node), Binding.Kind.LOOP);
            case "as_pattern" ->
                patterns.bindAll(tree.child(node, "alias"), TypeRef.UNKNOWN, asValue(node), Binding.Kind.LOCAL);
            case "named_expression" ->
                patterns.bindAll(tree.child(node, "name"), TypeRef.UNKNOWN, value(node), Binding.Kind.LOCAL);
            case "variable_declarator", "const_spec" -> declared(node);
            case "property_declaration" -> properties(node);
            case "short_var_declaration", "var_spec" -> go.at(node);
            case "public_field_definition", "field_definition", "field_declaration" -> field(node);
            case "property_signature" -> {
                // Those of a type that is written in place belong to nobody.
                if (isNumbered(tree.parent(node)) || isNumbered(tree.parent(tree.parent(node)))) {
                    field(node);
                }
            }
            case "catch_clause" ->
                patterns.bindAll(tree.child(node, "parameter"), TypeRef.UNKNOWN, null, Binding.Kind.CATCH);
            default -> {
                if (isClosure(tree.type(node))) {
                    nested(node);
                }
            }
        }
    }

    private boolean isNumbered(int node) {
        return node != NONE && draft.number(node) >= 0;
    }

    private @Nullable Expression value(int node) {
        int value = tree.child(node, "value");
        return value == NONE ? null : expressions.of(value);
    }

    private @Nullable Expression right(int node) {
        int right = tree.child(node, "right");
        return right == NONE ? null : expressions.of(right);
    }

    private @Nullable Expression element(int node) {
        Expression right = right(node);
        return right == null ? null : new Expression.Element(right, true);
    }

    private Expression asValue(int node) {
        return expressions.of(expressions.firstNamed(node));
    }

    private void assigned(int node) {
        int left = tree.child(node, "left");
        if (left == NONE) {
            return;
        }
        TypeRef type = type(tree.child(node, "type"));
        if (tree.type(left).equals("attribute") || tree.type(left).equals("member_expression")) {
            int object = expressions.firstNamed(left);
            if (object != NONE
                    && (tree.text(object).equals("self") || tree.text(object).equals("this"))) {
                ownField(expressions.simple(left), type, right(node));
            }
        } else if (isPython || (isPhp && tree.type(left).equals("variable_name"))) {
            patterns.bindAll(left, type, right(node), Binding.Kind.LOCAL);
        }
    }

    /** A field that is set in a method. What a parameter declares is what the field holds. */
    private void ownField(String name, TypeRef type, @Nullable Expression value) {
        int scope = draft.scope();
        TypeRef known = type;
        if (value instanceof Expression.Name parameter && known.equals(TypeRef.UNKNOWN)) {
            for (Binding binding : draft.bindings(scope)) {
                if (binding.kind() == Binding.Kind.PARAMETER
                        && binding.name().equals(parameter.name())
                        && binding.type() != null) {
                    known = binding.type();
                }
            }
        }
        while (scope > 0 && draft.kindOf(scope) != Scope.Kind.TYPE) {
            scope = draft.parentOf(scope);
        }
        if (scope > 0) {
            // What says nothing but that there is no value yet is made good by the first that says more.
            draft.bindings(scope)
                    .removeIf(binding -> binding.name().equals(name)
                            && binding.type() == null
                            && new Expression.Typed(TypeRef.NULL).equals(binding.value()));
        }
        boolean isNew = draft.bindings(scope).stream()
                .noneMatch(binding -> binding.name().equals(name));
        if (scope > 0 && isNew) {
            boolean isLocal = value instanceof Expression.Name;
            draft.bind(scope, new Binding(Binding.Kind.FIELD, name, declared(known), isLocal ? null : value, false, 0));
        }
    }

    private void declared(int node) {
        int given = tree.child(node, "value");
        boolean isDefinition = given != NONE
                && isNumbered(tree.parent(node))
                && (isClosure(tree.type(given)) || tree.type(given).equals("class"));
        if (isDefinition) {
            // The name is that of the definition, which it would hide from its own body.
            return;
        }
        int name = tree.child(node, "name");
        if (name == NONE) {
            name = tree.child(node, "pattern");
        }
        if (name == NONE) {
            name = tree.child(node, "declarator");
        }
        if (name == NONE) {
            name = expressions.firstNamed(node);
        }
        patterns.bindAll(name, type(tree.child(node, "type")), value(node), Binding.Kind.LOCAL);
    }

    /** PHP: the fields that one declaration has. */
    private void properties(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("property_element")) {
                patterns.bindAll(tree.child(child, "name"), type(tree.child(node, "type")), null, Binding.Kind.FIELD);
            }
        }
    }

    private void field(int node) {
        int name = tree.child(node, "name");
        if (name == NONE) {
            name = tree.child(node, "property");
        }
        if (name == NONE
                && tree.parent(node) != NONE
                && tree.type(tree.parent(node)).equals("field_declaration_list")) {
            go.embedded(node);
        }
        if (name != NONE) {
            Binding.Kind kind = Binding.Kind.FIELD;
            draft.bind(new Binding(
                    kind, tree.text(name), declared(type(tree.child(node, "type"))), value(node), false, 0));
        }
    }

    private void nested(int node) {
        int parameters = tree.child(node, "parameters");
        if (parameters == NONE) {
            parameters = tree.child(node, "parameter");
        }
        if (draft.kindOf(draft.scope()) == Scope.Kind.LAMBDA && tree.type(node).equals("function_expression")) {
            // It has an object of its own, unlike an arrow.
            draft.bind(new Binding(Binding.Kind.PARAMETER, "this", null, null, false, 0));
        }
        if (parameters != NONE) {
            parameters(node, parameters);
        }
    }

    private void parameters(int function, int list) {
        if (Patterns.isName(tree.type(list))) {
            patterns.bindAll(list, TypeRef.UNKNOWN, given(function, 0), Binding.Kind.LAMBDA_PARAMETER);
            return;
        }
        int index = 0;
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !tree.type(child).equals("comment")) {
                int pattern = tree.child(child, "pattern");
                int name = pattern == NONE ? tree.child(child, "name") : pattern;
                patterns.bindAll(
                        name == NONE ? child : name,
                        type(tree.child(child, "type")),
                        given(function, index),
                        Binding.Kind.LAMBDA_PARAMETER);
                index++;
            }
        }
    }

    /** What the function around an argument hands to it. */
    private @Nullable Expression given(int function, int index) {
        int list = tree.parent(function);
        int call = list == NONE ? NONE : tree.parent(list);
        if (call == NONE || draft.number(call) < 0 || tree.child(call, "arguments") != list) {
            return null;
        }
        int argument = 0;
        for (int child = tree.firstChild(list); child != NONE && child != function; child = tree.nextSibling(child)) {
            argument += tree.isNamed(child) && !tree.type(child).contains("comment") ? 1 : 0;
        }
        return new Expression.ParameterOf(draft.number(call), argument, index);
    }

    Patterns patterns() {
        return patterns;
    }

    static @Nullable TypeRef declared(TypeRef type) {
        return type.equals(TypeRef.UNKNOWN) ? null : type;
    }

    TypeRef type(int node) {
        return node == NONE ? TypeRef.UNKNOWN : WrittenTypes.of(tree.text(node));
    }
}
