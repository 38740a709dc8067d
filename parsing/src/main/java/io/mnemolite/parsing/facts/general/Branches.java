package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of Python and PHP that are bound again in a branch: behind it they hold one value or the other, so that a binding with the
 * choice of all is added where the branch ends.
 */
final class Branches {

    private static final Set<String> BRANCHES = Set.of(
            "if_statement",
            "for_statement",
            "foreach_statement",
            "while_statement",
            "do_statement",
            "switch_statement",
            "try_statement",
            "match_statement");

    private static final Set<String> FUNCTIONS =
            Set.of("function_definition", "lambda", "class_definition", "method_declaration", "anonymous_function");

    private final SyntaxTree tree;
    private final FactDraft draft;

    Branches(SyntaxTree tree, FactDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    /** Binds a name in the current scope, and again behind the branch that it stands in. */
    void bind(int name, Binding binding) {
        int branch = outermost(name);
        List<Expression> values = new ArrayList<>();
        if (branch != NONE) {
            for (Binding other : draft.bindings(draft.scope())) {
                if (other.name().equals(binding.name())) {
                    values.add(value(other));
                }
            }
        }
        draft.bind(binding);
        if (!values.isEmpty()) {
            values.add(value(binding));
            draft.bind(new Binding(
                    binding.kind(),
                    binding.name(),
                    null,
                    new Expression.Choice(values.stream().distinct().toList()),
                    false,
                    tree.endByte(branch)));
        }
    }

    private static Expression value(Binding binding) {
        if (binding.type() != null) {
            return new Expression.Typed(binding.type());
        }
        return binding.value() == null ? Expression.UNKNOWN : binding.value();
    }

    /** The outermost branch around a node within its function; none of what is always reached. */
    private int outermost(int node) {
        int found = NONE;
        for (int at = tree.parent(node); at != NONE; at = tree.parent(at)) {
            String type = tree.type(at);
            if (FUNCTIONS.contains(type)) {
                return found;
            }
            found = BRANCHES.contains(type) ? at : found;
        }
        return found;
    }
}
