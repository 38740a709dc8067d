package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as other files may see them: without numbers of call sites, which mean nothing there. */
final class OutsideView {

    private static final int DEEPEST = 5;

    private final FileFacts facts;
    private final @Nullable Scope function;
    private final Set<String> localNames;

    private OutsideView(FileFacts facts, @Nullable Scope function, Set<String> localNames) {
        this.facts = facts;
        this.function = function;
        this.localNames = localNames;
    }

    /** Of the expressions of a file. */
    static OutsideView of(FileFacts facts) {
        Set<String> localNames = facts.definitions().stream()
                .filter(definition -> definition.has(Definition.Trait.LOCAL))
                .map(Definition::name)
                .collect(Collectors.toSet());
        return new OutsideView(facts, null, localNames);
    }

    /** The same expression with calls spelled out; null when that says nothing. */
    @Nullable
    Expression of(Expression expression) {
        return told(of(expression, 0));
    }

    /** The same of what a function returns, whose own names mean nothing outside. */
    @Nullable
    Expression ofResult(Scope of, Expression expression) {
        return told(new OutsideView(facts, of, localNames).of(expression, 0));
    }

    private static @Nullable Expression told(Expression seen) {
        return seen.equals(Expression.UNKNOWN) ? null : seen;
    }

    private Expression of(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return Expression.UNKNOWN;
        }
        return switch (expression) {
            case Expression.Name name -> named(name, depth);
            case Expression.Typed typed -> typed;
            case Expression.TypeName type -> type;
            case Expression.Self self -> self;
            case Expression.Member member -> {
                Expression of = of(member.of(), depth + 1);
                yield of.equals(Expression.UNKNOWN) ? of : new Expression.Member(of, member.name());
            }
            case Expression.Result result -> called(result.site(), depth);
            case Expression.Invoked invoked -> {
                Expression callee = of(invoked.callee(), depth + 1);
                yield callee.equals(Expression.UNKNOWN) ? callee : new Expression.Invoked(callee);
            }
            case Expression.Awaited awaited -> {
                Expression of = of(awaited.of(), depth + 1);
                yield of.equals(Expression.UNKNOWN) ? of : new Expression.Awaited(of);
            }
            case Expression.Choice choice -> {
                List<Expression> seen = choice.alternatives().stream()
                        .map(alternative -> of(alternative, depth + 1))
                        .distinct()
                        .toList();
                yield seen.contains(Expression.UNKNOWN) ? Expression.UNKNOWN : new Expression.Choice(seen);
            }
            case Expression.Opaque opaque -> opaque;
            case Expression.Parent parent -> Expression.UNKNOWN;
            case Expression.Callable callable -> Expression.UNKNOWN;
            case Expression.Element element -> Expression.UNKNOWN;
            case Expression.Operation operation -> Expression.UNKNOWN;
            case Expression.Lambda lambda -> Expression.UNKNOWN;
            case Expression.ParameterOf parameter -> Expression.UNKNOWN;
            case Expression.ParameterOfType parameter -> Expression.UNKNOWN;
        };
    }

    /** A name of the function itself is what it was given, if it was given something once. */
    private Expression named(Expression.Name name, int depth) {
        if (function == null) {
            return name;
        }
        List<Binding> bound = function.bindings().stream()
                .filter(binding -> binding.name().equals(name.name()))
                .toList();
        if (bound.isEmpty()) {
            return localNames.contains(name.name()) ? Expression.UNKNOWN : name;
        }
        Binding binding = bound.getFirst();
        if (bound.size() > 1) {
            return Expression.UNKNOWN;
        }
        if (binding.type() != null) {
            return new Expression.Typed(binding.type());
        }
        return binding.value() == null ? Expression.UNKNOWN : of(binding.value(), depth + 1);
    }

    private Expression called(int number, int depth) {
        if (number < 0 || number >= facts.sites().size()) {
            return Expression.UNKNOWN;
        }
        CallSite site = facts.sites().get(number);
        if (site.form() == CallSite.Form.NEW && site.type() != null) {
            return new Expression.Typed(site.type());
        }
        if (site.receiver() == null) {
            Expression callee = named(new Expression.Name(site.name()), depth);
            return callee.equals(Expression.UNKNOWN) ? callee : new Expression.Invoked(callee);
        }
        Expression receiver = of(site.receiver(), depth + 1);
        return receiver.equals(Expression.UNKNOWN)
                ? receiver
                : new Expression.Invoked(new Expression.Member(receiver, site.name()));
    }
}
