package io.mnemolite.parsing.facts.java;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** The facts of one Java file, in two walks over its nodes: one that numbers, one that collects. */
public final class JavaFacts {

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final JavaTypes types;
    private final JavaExpressions expressions;
    private final JavaDefinitions definitions;
    private final JavaSites sites;
    private String module = "";

    private JavaFacts(SyntaxTree tree, String path) {
        this.tree = tree;
        int[] numbers = FactDraft.unnumbered(tree);
        int siteCount = 0;
        int scopeCount = 1;
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isNamed(node)) {
                continue;
            }
            switch (tree.type(node)) {
                case "method_invocation",
                        "object_creation_expression",
                        "explicit_constructor_invocation",
                        "method_reference",
                        "enum_constant" -> numbers[node] = siteCount++;
                case "class_declaration",
                        "interface_declaration",
                        "enum_declaration",
                        "record_declaration",
                        "annotation_type_declaration",
                        "method_declaration",
                        "constructor_declaration",
                        "compact_constructor_declaration",
                        "class_body",
                        "lambda_expression",
                        "block",
                        "switch_block",
                        "switch_rule",
                        "for_statement",
                        "enhanced_for_statement",
                        "catch_clause",
                        "try_with_resources_statement" -> {
                    if (opensScope(node)) {
                        numbers[node] = scopeCount++;
                    }
                }
                default -> {}
            }
        }
        draft = new FactDraft(tree, path, numbers, siteCount, scopeCount);
        types = new JavaTypes(tree);
        expressions = new JavaExpressions(tree, draft, types);
        sites = new JavaSites(tree, draft, types, expressions);
        definitions = new JavaDefinitions(tree, draft, types);
    }

    public static FileFacts of(Language language, String path, boolean isTest, SyntaxTree tree) {
        JavaFacts facts = new JavaFacts(tree, path);
        facts.collect();
        return facts.draft.facts(language, path, isTest, facts.module);
    }

    /** Whether a node that may be one is a scope: a body is part of the scope of what it belongs to. */
    private boolean opensScope(int node) {
        String parent = tree.type(Math.max(0, tree.parent(node)));
        return switch (tree.type(node)) {
            case "class_body" -> parent.equals("object_creation_expression") || parent.equals("enum_constant");
            case "block" -> !parent.equals("method_declaration") && !parent.equals("lambda_expression");
            default -> true;
        };
    }

    private void collect() {
        for (int node = 0; node < tree.size(); node++) {
            draft.at(node);
            if (tree.isError(node)) {
                draft.unparsed(node);
            }
            if (!tree.isNamed(node)) {
                continue;
            }
            switch (tree.type(node)) {
                case "package_declaration" -> {
                    module = nameIn(node);
                    definitions.packageName(module);
                }
                case "import_declaration" -> imported(node);
                case "class_declaration",
                        "interface_declaration",
                        "enum_declaration",
                        "record_declaration",
                        "annotation_type_declaration" -> definitions.type(node);
                case "method_declaration",
                        "constructor_declaration",
                        "compact_constructor_declaration",
                        "annotation_type_element_declaration" -> definitions.callable(node);
                case "class_body" -> {
                    if (draft.number(node) >= 0) {
                        definitions.anonymous(node);
                    }
                }
                case "enum_constant" -> constant(node);
                case "field_declaration", "constant_declaration" -> variables(node, Binding.Kind.FIELD);
                case "local_variable_declaration" -> variables(node, Binding.Kind.LOCAL);
                case "lambda_expression" -> lambda(node);
                case "block", "switch_block", "switch_rule", "for_statement", "try_with_resources_statement" -> {
                    if (draft.number(node) >= 0) {
                        draft.open(node, Scope.Kind.BLOCK);
                    }
                }
                case "enhanced_for_statement" -> loop(node);
                case "catch_clause" -> draft.open(node, Scope.Kind.BLOCK);
                case "catch_formal_parameter" -> caught(node);
                case "resource" -> resource(node);
                case "instanceof_expression" -> pattern(tree.child(node, "right"), tree.child(node, "name"));
                case "type_pattern", "record_pattern_component" -> pattern(node);
                case "method_invocation" -> sites.call(node);
                case "object_creation_expression" -> sites.creation(node);
                case "explicit_constructor_invocation" -> sites.constructor(node);
                case "method_reference" -> sites.reference(node);
                default -> {}
            }
        }
    }

    private String nameIn(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            String type = tree.type(child);
            if (type.equals("scoped_identifier") || type.equals("identifier")) {
                return JavaDefinitions.withoutSpace(tree.text(child));
            }
        }
        return "";
    }

    private void imported(int node) {
        boolean isStatic = false;
        boolean isOnDemand = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            isStatic |= tree.type(child).equals("static");
            isOnDemand |= tree.type(child).equals("asterisk");
        }
        String name = nameIn(node);
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        int line = tree.startLine(node);
        if (isOnDemand) {
            Import.Kind kind = isStatic ? Import.Kind.STATIC_ON_DEMAND : Import.Kind.ON_DEMAND;
            draft.add(new Import(kind, name, "", "", 0, line));
        } else if (isStatic) {
            draft.add(new Import(Import.Kind.STATIC, name.substring(0, Math.max(dot, 0)), last, last, 0, line));
        } else {
            draft.add(new Import(Import.Kind.SINGLE, name, "", last, 0, line));
        }
    }

    private void constant(int node) {
        definitions.constant(node);
        sites.constant(node);
    }

    private void variables(int node, Binding.Kind kind) {
        TypeRef type = types.of(tree.child(node, "type"));
        boolean isStatic = kind == Binding.Kind.FIELD && definitions.isStaticField(node);
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("variable_declarator")) {
                int name = tree.child(child, "name");
                int value = tree.child(child, "value");
                TypeRef declared = type.name().equals("var") ? null : types.withDimensions(type, child);
                if (name != NONE) {
                    bind(kind, name, declared, declared == null ? expressions.of(value) : null, isStatic);
                }
            }
        }
    }

    private void bind(
            Binding.Kind kind, int name, @Nullable TypeRef type, @Nullable Expression value, boolean isStatic) {
        // A field is known in all of its type, a variable from its declaration on.
        int position = kind == Binding.Kind.FIELD ? 0 : tree.startByte(name);
        draft.bind(new Binding(kind, tree.text(name), type, value, isStatic, position));
    }

    private void loop(int node) {
        draft.open(node, Scope.Kind.BLOCK);
        TypeRef type = types.of(tree.child(node, "type"));
        int name = tree.child(node, "name");
        if (name == NONE) {
            return;
        }
        if (type.name().equals("var")) {
            Expression element = new Expression.Element(expressions.of(tree.child(node, "value")), true);
            bind(Binding.Kind.LOOP, name, null, element, false);
        } else {
            bind(Binding.Kind.LOOP, name, types.withDimensions(type, node), null, false);
        }
    }

    private void caught(int node) {
        int name = tree.child(node, "name");
        int type = tree.childOfKind(node, tree.grammar().kind("catch_type"));
        if (name != NONE) {
            bind(Binding.Kind.CATCH, name, types.of(type), null, false);
        }
    }

    private void resource(int node) {
        int name = tree.child(node, "name");
        TypeRef type = types.of(tree.child(node, "type"));
        if (name != NONE) {
            boolean isInferred = type.name().equals("var");
            Expression value = isInferred ? expressions.of(tree.child(node, "value")) : null;
            bind(Binding.Kind.LOCAL, name, isInferred ? null : type, value, false);
        }
    }

    private void pattern(int node) {
        int type = NONE;
        int name = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child)
                    && !types.isComment(child)
                    && !tree.type(child).equals("modifiers")) {
                type = type == NONE ? child : type;
                name = child;
            }
        }
        if (type != name && tree.type(name).equals("identifier")) {
            pattern(type, name);
        }
    }

    private void pattern(int type, int name) {
        if (type != NONE && name != NONE) {
            TypeRef declared = types.of(type);
            bind(Binding.Kind.PATTERN, name, declared.name().equals("var") ? TypeRef.UNKNOWN : declared, null, false);
        }
    }

    private void lambda(int node) {
        Target target = target(node);
        draft.open(node, Scope.Kind.LAMBDA);
        int index = 0;
        for (int parameter : expressions.parameters(node)) {
            int name = tree.type(parameter).equals("identifier") ? parameter : tree.child(parameter, "name");
            TypeRef type = types.of(tree.child(parameter, "type"));
            boolean isTyped = !type.equals(TypeRef.UNKNOWN) && !type.name().equals("var");
            if (name != NONE) {
                Expression value = isTyped ? null : target.parameter(index);
                draft.bind(new Binding(
                        Binding.Kind.LAMBDA_PARAMETER, tree.text(name), isTyped ? type : null, value, false, 0));
            }
            index++;
        }
    }

    /** What a lambda is given to. */
    private record Target(int site, int argument, @Nullable TypeRef type) {

        static final Target UNKNOWN = new Target(-1, 0, null);

        Expression parameter(int index) {
            if (type != null) {
                return new Expression.ParameterOfType(type, index);
            }
            return site < 0 ? Expression.UNKNOWN : new Expression.ParameterOf(site, argument, index);
        }
    }

    private Target target(int lambda) {
        int node = lambda;
        int parent = tree.parent(node);
        while (parent != NONE
                && (tree.type(parent).equals("parenthesized_expression")
                        || tree.type(parent).equals("ternary_expression"))) {
            node = parent;
            parent = tree.parent(node);
        }
        if (parent == NONE) {
            return Target.UNKNOWN;
        }
        return switch (tree.type(parent)) {
            case "argument_list" -> {
                int argument = 0;
                for (int child = tree.firstChild(parent); child < node; child = tree.nextSibling(child)) {
                    argument += tree.isNamed(child) && !types.isComment(child) ? 1 : 0;
                }
                int site = draft.number(tree.parent(parent));
                yield site < 0 ? Target.UNKNOWN : new Target(site, argument, null);
            }
            case "variable_declarator" -> new Target(-1, 0, types.of(tree.child(tree.parent(parent), "type")));
            case "cast_expression" -> new Target(-1, 0, types.of(tree.child(parent, "type")));
            case "return_statement" -> {
                TypeRef returns = draft.kindOf(functionAround(draft.scope())) == Scope.Kind.LAMBDA
                        ? null
                        : draft.definition(draft.definition()).returns();
                yield returns == null ? Target.UNKNOWN : new Target(-1, 0, returns);
            }
            default -> Target.UNKNOWN;
        };
    }

    private int functionAround(int scope) {
        int at = scope;
        while (draft.kindOf(at) == Scope.Kind.BLOCK) {
            at = draft.parentOf(at);
        }
        return at;
    }
}
