package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Variables of Go: several at once, elements of a range, and what a switch over types says of each case. */
final class GoBindings {

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;

    GoBindings(SyntaxTree tree, FactDraft draft, Expressions expressions) {
        this.tree = tree;
        this.draft = draft;
        this.expressions = expressions;
    }

    void at(int node) {
        switch (tree.type(node)) {
            case "short_var_declaration" -> assigned(named(tree.child(node, "left")), null, tree.child(node, "right"));
            case "var_spec" -> {
                int written = tree.child(node, "type");
                TypeRef type = written == NONE ? null : Bindings.declared(WrittenTypes.of(tree.text(written)));
                List<Integer> names = new ArrayList<>();
                for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
                    if (tree.type(child).equals("identifier")) {
                        names.add(child);
                    }
                }
                assigned(names, type, tree.child(node, "value"));
            }
            case "range_clause" -> {
                List<Integer> names = named(tree.child(node, "left"));
                Expression of = expressions.of(tree.child(node, "right"));
                for (int i = 0; i < names.size(); i++) {
                    bind(names.get(i), null, i == 1 ? new Expression.Element(of, false) : null, Binding.Kind.LOOP);
                }
            }
            default -> ofCase(node);
        }
    }

    private void assigned(List<Integer> names, @Nullable TypeRef type, int values) {
        List<Integer> given = named(values);
        for (int i = 0; i < names.size(); i++) {
            // The first of several results is what a call is said to yield.
            boolean isKnown = i < given.size() && (i == 0 || given.size() == names.size());
            bind(names.get(i), type, isKnown ? expressions.of(given.get(i)) : null, Binding.Kind.LOCAL);
        }
    }

    /** In a case with one type the variable of the switch is of that type. */
    private void ofCase(int node) {
        int around = tree.parent(node);
        if (!tree.type(around).equals("type_switch_statement")) {
            return;
        }
        int names = tree.firstChild(around);
        while (names != NONE && !tree.type(names).equals("expression_list")) {
            names = tree.nextSibling(names);
        }
        if (names == NONE) {
            return;
        }
        List<TypeRef> types = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            boolean isType = tree.isNamed(child)
                    && !tree.type(child).equals("statement_list")
                    && !tree.type(child).contains("comment");
            if (isType) {
                types.add(WrittenTypes.of(tree.text(child)));
            }
        }
        TypeRef type = types.size() == 1 ? Bindings.declared(types.getFirst()) : null;
        int name = expressions.firstNamed(names);
        if (name != NONE) {
            bind(name, type, null, Binding.Kind.PATTERN, tree.startByte(node), node);
        }
    }

    /** A type that a struct embeds is a field of its own name. */
    void embedded(int field) {
        int type = tree.child(field, "type");
        String text = type == NONE ? "" : tree.text(type).replaceAll("\\[.*", "");
        if (!text.isEmpty()) {
            String name = text.substring(text.lastIndexOf('.') + 1);
            draft.bind(new Binding(Binding.Kind.FIELD, name, WrittenTypes.of(text), null, false, 0));
        }
    }

    private List<Integer> named(int list) {
        List<Integer> nodes = new ArrayList<>();
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !tree.type(child).contains("comment")) {
                nodes.add(child);
            }
        }
        return nodes;
    }

    private void bind(int name, @Nullable TypeRef type, @Nullable Expression value, Binding.Kind kind) {
        bind(name, type, value, kind, tree.startByte(name), block(name));
    }

    /** Binds a name until a node ends; behind it the name is again what it was before. */
    private void bind(
            int name, @Nullable TypeRef type, @Nullable Expression value, Binding.Kind kind, int from, int until) {
        String text = tree.text(name);
        if (!tree.type(name).equals("identifier") || text.equals("_")) {
            return;
        }
        Binding before = null;
        for (Binding binding : draft.bindings(draft.scope())) {
            boolean isLater = before == null || binding.position() >= before.position();
            if (binding.name().equals(text) && binding.position() <= from && isLater) {
                before = binding;
            }
        }
        draft.bind(new Binding(kind, text, type, value, false, from));
        if (until != NONE) {
            draft.bind(
                    before == null
                            ? new Binding(Binding.Kind.ENDED, text, null, null, false, tree.endByte(until))
                            : new Binding(
                                    before.kind(), text, before.type(), before.value(), false, tree.endByte(until)));
        }
    }

    /** The innermost block around a name within its function; none when it is the function's own. */
    private int block(int name) {
        for (int at = tree.parent(name); at != NONE; at = tree.parent(at)) {
            switch (tree.type(at)) {
                case "block" -> {
                    return isFunction(tree.type(tree.parent(at))) ? NONE : at;
                }
                case "if_statement",
                        "for_statement",
                        "expression_switch_statement",
                        "type_switch_statement",
                        "expression_case",
                        "type_case",
                        "default_case",
                        "communication_case" -> {
                    return at;
                }
                default -> {
                    if (isFunction(tree.type(at))) {
                        return NONE;
                    }
                }
            }
        }
        return NONE;
    }

    private static boolean isFunction(String type) {
        return type.equals("function_declaration") || type.equals("method_declaration") || type.equals("func_literal");
    }
}
