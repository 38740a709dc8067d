package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What functions return that do not declare it, bound in their scope under {@link Definition#RESULT}. */
final class Results {

    private static final int MOST = 8;

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;
    private final Map<Integer, List<Expression>> byScope = new LinkedHashMap<>();

    Results(SyntaxTree tree, FactDraft draft, Expressions expressions) {
        this.tree = tree;
        this.draft = draft;
        this.expressions = expressions;
    }

    /** A function that is just entered, whose body may be an expression. */
    void enter(io.mnemolite.parsing.outline.Definition definition) {
        int body = definition.body();
        boolean isExpression = body != NONE
                && tree.type(tree.parent(body)).equals("arrow_function")
                && !tree.type(body).equals("statement_block");
        if (isExpression) {
            add(expressions.of(body));
        }
    }

    void at(int node) {
        switch (tree.type(node)) {
            case "return_statement" -> {
                int value = expressions.firstNamed(node);
                add(value == NONE ? new Expression.Typed(TypeRef.NULL) : expressions.of(value));
            }
            // Calling such a function yields something else than what it returns.
            case "yield", "yield_expression" -> add(Expression.UNKNOWN);
            default -> {}
        }
    }

    private void add(Expression value) {
        Definition definition = draft.definition(draft.definition());
        boolean isItsOwn = draft.kindOf(draft.scope()) == Scope.Kind.FUNCTION;
        if (isItsOwn && definition.kind().isCallable() && definition.returns() == null) {
            byScope.computeIfAbsent(draft.scope(), absent -> new ArrayList<>()).add(value);
        }
    }

    /** Binds what was found. */
    void end() {
        byScope.forEach((scope, values) -> {
            List<Expression> distinct = values.stream().distinct().toList();
            if (distinct.size() <= MOST && !distinct.contains(Expression.UNKNOWN)) {
                Expression value = distinct.size() == 1 ? distinct.getFirst() : new Expression.Choice(distinct);
                draft.bind(
                        scope,
                        new Binding(Binding.Kind.LOCAL, Definition.RESULT, null, value, false, Integer.MAX_VALUE));
            }
        });
    }
}
