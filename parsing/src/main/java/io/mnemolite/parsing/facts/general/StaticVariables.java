package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables of Kotlin, Scala, Swift, C#, Rust, C and C++, whose types are those of what they are first given. */
final class StaticVariables {

    private static final int DEEPEST = 8;
    private static final Set<String> LANGUAGES = Set.of("kotlin", "scala", "swift", "csharp", "rust", "c", "cpp");

    private final Language language;
    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;
    private final Patterns patterns;

    StaticVariables(Language language, SyntaxTree tree, FactDraft draft, Expressions expressions, Patterns patterns) {
        this.language = language;
        this.tree = tree;
        this.draft = draft;
        this.expressions = expressions;
        this.patterns = patterns;
    }

    static boolean isKnown(Language language) {
        return LANGUAGES.contains(language.name());
    }

    /** Binds what this node binds. */
    void at(int node) {
        alias(node);
        switch (language.name()) {
            case "kotlin" -> kotlin(node);
            case "scala" -> scala(node);
            case "swift" -> swift(node);
            case "csharp" -> csharp(node);
            case "rust" -> rust(node);
            default -> c(node);
        }
    }

    /** Another name for a type. */
    private void alias(int node) {
        int type = tree.child(node, "type");
        int name = tree.child(node, "name");
        switch (tree.type(node)) {
            case "type_item", "alias_declaration" -> {}
            case "type_definition" -> {
                for (int at = tree.child(node, "declarator");
                        at != NONE && name == NONE;
                        at = tree.child(at, "declarator")) {
                    name = tree.type(at).equals("type_identifier") ? at : NONE;
                }
                if (type != NONE && tree.child(type, "body") != NONE) {
                    // One that is written in place.
                    type = tree.child(type, "name");
                }
            }
            case "type_alias", "typealias_declaration" -> {
                name = child(node, "type_identifier");
                type = child(node, "user_type");
            }
            default -> {
                return;
            }
        }
        if (name == NONE || type == NONE || tree.text(name).equals(tree.text(type))) {
            return;
        }
        TypeRef written = WrittenTypes.of(tree.text(type));
        if (!written.name().equals(tree.text(name))) {
            draft.bind(
                    new Binding(Binding.Kind.LOCAL, tree.text(name), null, new Expression.TypeName(written), false, 0));
        }
    }

    private void bind(int pattern, int type, @Nullable Expression value, Binding.Kind kind) {
        TypeRef written = type == NONE ? TypeRef.UNKNOWN : WrittenTypes.of(tree.text(type));
        patterns.bindAll(pattern, written, value, kind);
    }

    private @Nullable Expression of(int value) {
        return value == NONE ? null : expressions.of(value);
    }

    private @Nullable Expression elementOf(int collection) {
        return collection == NONE ? null : new Expression.Element(expressions.of(collection), true);
    }

    private int child(int node, String... types) {
        Set<String> wanted = Set.of(types);
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (wanted.contains(tree.type(child))) {
                return child;
            }
        }
        return NONE;
    }

    private void kotlin(int node) {
        switch (tree.type(node)) {
            case "variable_declaration" -> {
                int parent = tree.parent(node);
                int type = child(node, "user_type", "nullable_type");
                int name = child(node, "simple_identifier");
                switch (tree.type(parent)) {
                    case "property_declaration" -> bind(name, type, of(given(parent)), Binding.Kind.LOCAL);
                    case "for_statement" -> bind(name, type, elementOf(behind(parent, "in")), Binding.Kind.LOOP);
                    case "when_subject" -> bind(name, type, of(expressions.lastNamed(parent)), Binding.Kind.LOCAL);
                    default -> bind(name, type, null, Binding.Kind.LAMBDA_PARAMETER);
                }
            }
            case "catch_block" ->
                bind(child(node, "simple_identifier"), child(node, "user_type"), null, Binding.Kind.CATCH);
            case "parameter" -> {
                int list = tree.parent(node);
                if (tree.parent(list) != NONE && tree.type(tree.parent(list)).equals("anonymous_function")) {
                    bind(
                            child(node, "simple_identifier"),
                            child(node, "user_type", "nullable_type"),
                            null,
                            Binding.Kind.LAMBDA_PARAMETER);
                }
            }
            default -> {}
        }
    }

    /** What stands behind the equals sign. */
    private int given(int node) {
        return behind(node, "=");
    }

    private int behind(int node, String token) {
        int at = child(node, token);
        return at == NONE ? NONE : tree.nextSibling(at);
    }

    private void scala(int node) {
        switch (tree.type(node)) {
            case "val_definition", "var_definition" ->
                bind(
                        tree.child(node, "pattern"),
                        tree.child(node, "type"),
                        of(tree.child(node, "value")),
                        Binding.Kind.LOCAL);
            case "enumerator" -> bind(expressions.firstNamed(node), NONE, null, Binding.Kind.LOOP);
            case "case_clause" -> matched(tree.child(node, "pattern"));
            default -> {}
        }
    }

    /** Binds the names in a pattern: what begins with a capital letter is compared with. */
    private void matched(int pattern) {
        if (pattern == NONE) {
            return;
        }
        if (tree.type(pattern).equals("typed_pattern")) {
            bind(tree.child(pattern, "pattern"), tree.child(pattern, "type"), null, Binding.Kind.PATTERN);
            return;
        }
        for (int node = pattern; node < tree.end(pattern); node++) {
            boolean isName =
                    tree.type(node).equals("identifier") || tree.type(node).equals("shorthand_field_identifier");
            String name = isName ? tree.text(node) : "";
            // A name that the parser only missed has no letters.
            if (!name.isEmpty() && Character.isLowerCase(name.charAt(0))) {
                bind(node, NONE, null, Binding.Kind.PATTERN);
            }
        }
    }

    private void swift(int node) {
        switch (tree.type(node)) {
            case "property_declaration" -> {
                int annotation = child(node, "type_annotation");
                bind(
                        tree.child(node, "name"),
                        annotation == NONE ? NONE : tree.child(annotation, "name"),
                        of(tree.child(node, "value")),
                        Binding.Kind.LOCAL);
            }
            case "simple_identifier" -> {
                if ("bound_identifier".equals(tree.field(node))) {
                    bound(node);
                }
            }
            case "lambda_parameter" -> {
                int name = child(node, "simple_identifier");
                int type = name == NONE ? NONE : tree.nextSibling(name);
                while (type != NONE && !tree.isNamed(type)) {
                    type = tree.nextSibling(type);
                }
                bind(name, type, null, Binding.Kind.LAMBDA_PARAMETER);
            }
            default -> {}
        }
    }

    private void bound(int name) {
        int parent = tree.parent(name);
        switch (tree.type(parent)) {
            case "if_statement", "guard_statement", "while_statement" -> {
                int value = tree.nextSibling(name);
                while (value != NONE && !tree.isNamed(value)) {
                    value = tree.nextSibling(value);
                }
                bind(name, NONE, of(value), Binding.Kind.LOCAL);
            }
            default -> {
                int around = tree.parent(parent);
                boolean isLoop = around != NONE && tree.type(around).equals("for_statement");
                boolean isDeclared = around != NONE && tree.type(around).equals("property_declaration");
                if (!isDeclared) {
                    Expression element = isLoop ? elementOf(tree.child(around, "collection")) : null;
                    bind(name, NONE, element, isLoop ? Binding.Kind.LOOP : Binding.Kind.PATTERN);
                }
            }
        }
    }

    private void csharp(int node) {
        int name = tree.child(node, "name");
        switch (tree.type(node)) {
            case "variable_declarator" -> {
                int value = expressions.lastNamed(node);
                bind(name, typed(tree.parent(node)), value == name ? null : of(value), Binding.Kind.LOCAL);
            }
            case "property_declaration" -> bind(name, typed(node), of(tree.child(node, "value")), Binding.Kind.LOCAL);
            case "foreach_statement" ->
                bind(tree.child(node, "left"), typed(node), elementOf(tree.child(node, "right")), Binding.Kind.LOOP);
            case "catch_declaration" -> bind(name, typed(node), null, Binding.Kind.CATCH);
            case "declaration_pattern", "declaration_expression" -> bind(name, typed(node), null, Binding.Kind.PATTERN);
            default -> {}
        }
    }

    /** The type that is written; none where it is left to the compiler. */
    private int typed(int node) {
        int type = tree.child(node, "type");
        return type == NONE
                        || tree.type(type).equals("implicit_type")
                        || tree.type(type).equals("placeholder_type_specifier")
                ? NONE
                : type;
    }

    private void rust(int node) {
        switch (tree.type(node)) {
            case "let_declaration" -> {
                int pattern = tree.child(node, "pattern");
                if (pattern != NONE && tree.type(pattern).endsWith("struct_pattern")) {
                    matched(pattern);
                } else {
                    bind(pattern, tree.child(node, "type"), of(tree.child(node, "value")), Binding.Kind.LOCAL);
                }
            }
            case "field_declaration" ->
                bind(tree.child(node, "name"), tree.child(node, "type"), null, Binding.Kind.FIELD);
            case "for_expression" ->
                bind(tree.child(node, "pattern"), NONE, elementOf(tree.child(node, "value")), Binding.Kind.LOOP);
            case "let_condition", "match_arm" -> matched(tree.child(node, "pattern"));
            default -> {}
        }
    }

    private void c(int node) {
        switch (tree.type(node)) {
            case "declaration", "field_declaration" -> {
                for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
                    if ("declarator".equals(tree.field(child))) {
                        declared(child, typed(node), tree.child(node, "value"));
                    }
                }
            }
            case "for_range_loop" -> declared(tree.child(node, "declarator"), typed(node), NONE);
            case "parameter_declaration" -> {
                if (isOfNameless(tree.parent(node))) {
                    declared(tree.child(node, "declarator"), typed(node), NONE);
                }
            }
            default -> {}
        }
    }

    /** Whether parameters are those of a function without a name, or of a clause. */
    private boolean isOfNameless(int list) {
        int around = tree.parent(list);
        return around != NONE
                && (tree.type(around).equals("abstract_function_declarator")
                        || tree.type(around).equals("catch_clause"));
    }

    private void declared(int declarator, int type, int given) {
        int value = given;
        boolean isPointer = false;
        int at = declarator;
        for (int i = 0; i < DEEPEST && at != NONE; i++) {
            switch (tree.type(at)) {
                case "identifier", "field_identifier" -> {
                    bind(at, type, type == NONE ? of(value) : null, Binding.Kind.LOCAL);
                    return;
                }
                case "init_declarator" -> {
                    value = tree.child(at, "value");
                    at = tree.child(at, "declarator");
                }
                case "function_declarator" -> {
                    int inner = tree.child(at, "declarator");
                    if (inner == NONE || !tree.type(inner).equals("parenthesized_declarator")) {
                        // A function that is declared, and no variable.
                        return;
                    }
                    at = expressions.firstNamed(inner);
                    isPointer = true;
                }
                default -> {
                    int inner = tree.child(at, "declarator");
                    at = inner == NONE ? expressions.lastNamed(at) : inner;
                }
            }
            if (isPointer && at != NONE && tree.firstChild(at) == NONE) {
                // What a pointer to a function points at is not what the type says.
                draft.bind(new Binding(Binding.Kind.LOCAL, tree.text(at), null, null, false, tree.startByte(at)));
                return;
            }
        }
    }
}
