package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands where a value is bound: one name, or a pattern that takes the value to pieces. */
final class Patterns {

    private static final int MOST_NAMES = 50;
    private static final Set<String> NAMES = Set.of(
            "identifier",
            "field_identifier",
            "implicit_parameter",
            "simple_identifier",
            "variable_name",
            "shorthand_property_identifier_pattern");

    private final boolean hasBranches;
    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Branches branches;

    /** @param hasBranches whether a name may hold one of several values behind a branch */
    Patterns(boolean hasBranches, SyntaxTree tree, FactDraft draft) {
        this.hasBranches = hasBranches;
        this.tree = tree;
        this.draft = draft;
        this.branches = new Branches(tree, draft);
    }

    /** Whether a kind of node is a name alone. */
    static boolean isName(String type) {
        return NAMES.contains(type);
    }

    /** Binds each name in a pattern; what is taken out of a value by its key is a member of it. */
    void bindAll(int pattern, TypeRef type, @Nullable Expression value, Binding.Kind kind) {
        if (pattern != NONE && tree.type(pattern).equals("object_pattern")) {
            Expression of = type.equals(TypeRef.UNKNOWN) ? value : new Expression.Typed(type);
            taken(pattern, of == null ? Expression.UNKNOWN : of, kind);
            return;
        }
        List<Integer> names = names(pattern);
        boolean isOne = names.size() == 1 && !isSplit(pattern);
        for (int name : names) {
            bind(name, isOne ? Bindings.declared(type) : null, isOne ? value : null, kind);
        }
    }

    private void bind(int name, @Nullable TypeRef type, @Nullable Expression value, Binding.Kind kind) {
        boolean inType = draft.kindOf(draft.scope()) == Scope.Kind.TYPE;
        if (hasBranches && !inType) {
            branches.bind(name, new Binding(kind, tree.text(name), type, value, false, tree.startByte(name)));
            return;
        }
        draft.bind(new Binding(
                inType ? Binding.Kind.FIELD : kind,
                tree.text(name).replace("$", ""),
                type,
                value,
                inType,
                inType ? 0 : tree.startByte(name)));
    }

    private void taken(int pattern, Expression of, Binding.Kind kind) {
        for (int child = tree.firstChild(pattern); child != NONE; child = tree.nextSibling(child)) {
            int at = child;
            if (tree.type(at).equals("object_assignment_pattern")) {
                at = tree.child(at, "left");
            }
            if (at == NONE) {
                continue;
            }
            switch (tree.type(at)) {
                case "shorthand_property_identifier_pattern" ->
                    bind(at, null, new Expression.Member(of, tree.text(at)), kind);
                case "pair_pattern" -> {
                    int target = tree.child(at, "value");
                    if (target != NONE && tree.type(target).equals("assignment_pattern")) {
                        target = tree.child(target, "left");
                    }
                    int key = tree.child(at, "key");
                    Expression member = key == NONE ? Expression.UNKNOWN : new Expression.Member(of, tree.text(key));
                    bindAll(target, TypeRef.UNKNOWN, member, kind);
                }
                case "rest_pattern" -> bindAll(at, TypeRef.UNKNOWN, null, kind);
                default -> {}
            }
        }
    }

    /** Whether a pattern takes a value to pieces. */
    private boolean isSplit(int pattern) {
        for (int node = pattern; node < tree.end(pattern); node++) {
            switch (tree.type(node)) {
                case "array_pattern",
                        "object_pattern",
                        "tuple_pattern",
                        "pattern_list",
                        "list_pattern",
                        "rest_pattern" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private List<Integer> names(int pattern) {
        List<Integer> names = new ArrayList<>();
        if (pattern == NONE) {
            return names;
        }
        for (int node = pattern; node < tree.end(pattern) && names.size() < MOST_NAMES; node++) {
            String type = tree.type(node);
            if (type.equals("attribute") || type.equals("member_expression") || type.contains("subscript")) {
                node = tree.end(node) - 1;
            } else if (NAMES.contains(type)) {
                names.add(node);
            }
        }
        return names;
    }
}
