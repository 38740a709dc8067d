package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import org.jspecify.annotations.Nullable;

/** Expressions as other files may see them: without numbers of call sites, which mean nothing there. */
final class OutsideView {

    private static final int DEEPEST = 5;

    private OutsideView() {}

    /** The same expression with calls spelled out; null when that says nothing. */
    static @Nullable Expression of(FileFacts facts, Expression expression) {
        Expression seen = of(facts, expression, 0);
        return seen.equals(Expression.UNKNOWN) ? null : seen;
    }

    private static Expression of(FileFacts facts, Expression expression, int depth) {
        if (depth > DEEPEST) {
            return Expression.UNKNOWN;
        }
        return switch (expression) {
            case Expression.Name name -> name;
            case Expression.Typed typed -> typed;
            case Expression.TypeName type -> type;
            case Expression.Self self -> self;
            case Expression.Member member -> {
                Expression of = of(facts, member.of(), depth + 1);
                yield of.equals(Expression.UNKNOWN) ? of : new Expression.Member(of, member.name());
            }
            case Expression.Result result -> called(facts, result.site(), depth);
            case Expression.Invoked invoked -> {
                Expression callee = of(facts, invoked.callee(), depth + 1);
                yield callee.equals(Expression.UNKNOWN) ? callee : new Expression.Invoked(callee);
            }
            case Expression.Awaited awaited -> {
                Expression of = of(facts, awaited.of(), depth + 1);
                yield of.equals(Expression.UNKNOWN) ? of : new Expression.Awaited(of);
            }
            case Expression.Opaque opaque -> opaque;
            case Expression.Parent parent -> Expression.UNKNOWN;
            case Expression.Callable callable -> Expression.UNKNOWN;
            case Expression.Element element -> Expression.UNKNOWN;
            case Expression.Choice choice -> Expression.UNKNOWN;
            case Expression.Operation operation -> Expression.UNKNOWN;
            case Expression.Lambda lambda -> Expression.UNKNOWN;
            case Expression.ParameterOf parameter -> Expression.UNKNOWN;
            case Expression.ParameterOfType parameter -> Expression.UNKNOWN;
        };
    }

    private static Expression called(FileFacts facts, int number, int depth) {
        if (number < 0 || number >= facts.sites().size()) {
            return Expression.UNKNOWN;
        }
        CallSite site = facts.sites().get(number);
        if (site.form() == CallSite.Form.NEW && site.type() != null) {
            return new Expression.Typed(site.type());
        }
        if (site.receiver() == null) {
            return new Expression.Invoked(new Expression.Name(site.name()));
        }
        Expression receiver = of(facts, site.receiver(), depth + 1);
        return receiver.equals(Expression.UNKNOWN)
                ? receiver
                : new Expression.Invoked(new Expression.Member(receiver, site.name()));
    }
}
