package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of expressions, as far as they are certain. */
final class Evaluator {

    private static final int DEEPEST = 150;

    private final FileFacts facts;
    private final FileContext file;
    private final Scopes scopes;
    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Types types;
    private final Variables variables;
    private final Inference inference;
    private final Calls calls;
    private int depth;

    /** What the evaluator asks of call sites. */
    interface Calls {

        Target target(int site);

        Type result(int site);
    }

    Evaluator(
            FileFacts facts,
            FileContext file,
            Scopes scopes,
            TypeNames names,
            Hierarchy hierarchy,
            Types types,
            Variables variables,
            Inference inference,
            Calls calls) {
        this.facts = facts;
        this.file = file;
        this.scopes = scopes;
        this.names = names;
        this.hierarchy = hierarchy;
        this.types = types;
        this.variables = variables;
        this.inference = inference;
        this.calls = calls;
    }

    Type of(Expression expression, int scope, int position) {
        if (depth >= DEEPEST) {
            return Type.UNKNOWN;
        }
        depth++;
        try {
            return evaluate(expression, scope, position);
        } finally {
            depth--;
        }
    }

    private Type evaluate(Expression expression, int scope, int position) {
        return switch (expression) {
            case Expression.Opaque opaque -> Type.UNKNOWN;
            case Expression.Name name -> variables.named(name.name(), scope, position);
            case Expression.Member member -> member(of(member.of(), scope, position), member.name());
            case Expression.Self self -> self(self.type(), scope);
            case Expression.Parent parent -> parent(scope);
            case Expression.Result result -> isSite(result.site()) ? calls.result(result.site()) : Type.UNKNOWN;
            case Expression.Callable callable ->
                isSite(callable.site()) ? new Type.Reference(callable.site()) : Type.UNKNOWN;
            case Expression.Typed typed -> scopes.resolve(typed.type(), scope);
            case Expression.TypeName name -> new Type.Static(scopes.resolve(name.type(), scope));
            case Expression.Element element -> element(of(element.of(), scope, position), element.iterated());
            case Expression.Choice choice -> choice(choice.alternatives(), scope, position);
            case Expression.Operation operation ->
                types.operation(
                        operation.operator(),
                        of(operation.left(), scope, position),
                        of(operation.right(), scope, position));
            case Expression.Lambda lambda -> new Type.Function(lambda);
            case Expression.ParameterOf parameter -> parameter(parameter);
            case Expression.ParameterOfType parameter ->
                inference.functionParameter(scopes.resolve(parameter.function(), scope), parameter.index());
            case Expression.Awaited awaited -> Type.UNKNOWN;
            case Expression.Invoked invoked -> Type.UNKNOWN;
        };
    }

    private boolean isSite(int site) {
        return site >= 0 && site < facts.sites().size();
    }

    private Type member(Type of, String name) {
        return switch (of) {
            case Type.Package before -> {
                String qualified = before.name() + "." + name;
                Container container = names.pick(qualified, file);
                if (container != null) {
                    yield new Type.Static(Type.Instance.of(container));
                }
                yield Character.isUpperCase(name.charAt(0))
                        ? new Type.Static(Type.External.of(qualified))
                        : new Type.Package(qualified);
            }
            case Type.Static before -> staticMember(before.type(), name);
            case Type.Array array -> name.equals("length") ? new Type.Primitive("int") : Type.UNKNOWN;
            case Type.External external -> Type.External.of(external.name() + "." + name);
            case Type.Instance instance -> field(instance, name);
            case Type.Variable variable ->
                Types.erased(variable) instanceof Type.Instance instance ? field(instance, name) : Type.UNKNOWN;
            default -> Type.UNKNOWN;
        };
    }

    private Type field(Type.Instance instance, String name) {
        Type field = variables.field(instance, name);
        return field == null ? Type.UNKNOWN : field;
    }

    private Type staticMember(Type type, String name) {
        if (type instanceof Type.External external) {
            Type member = Type.External.of(external.name() + "." + name);
            // A constant of a foreign type is as foreign as a type in it.
            return Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT))
                    ? new Type.Static(member)
                    : member;
        }
        if (!(type instanceof Type.Instance instance)) {
            return Type.UNKNOWN;
        }
        Type field = variables.field(instance, name);
        if (field != null) {
            return field;
        }
        Container nested = hierarchy.nested(instance.container(), name);
        return nested == null ? Type.UNKNOWN : new Type.Static(Type.Instance.of(nested));
    }

    private Type self(@Nullable String type, int scope) {
        if (type != null) {
            Type named = scopes.named(type, scope);
            return named instanceof Type.Instance instance ? variables.instance(instance.container()) : named;
        }
        Container around = scopes.typeAround(scope);
        return around == null ? Type.UNKNOWN : variables.instance(around);
    }

    private Type parent(int scope) {
        Container around = scopes.typeAround(scope);
        return around == null ? Type.UNKNOWN : hierarchy.parent(around);
    }

    private Type element(Type of, boolean iterated) {
        Type erased = Types.erased(of);
        if (erased instanceof Type.Array array) {
            return array.element();
        }
        if (!iterated || !(erased instanceof Type.Instance instance)) {
            return Type.UNKNOWN;
        }
        if (types.lang("Iterable") instanceof Type.Instance iterable) {
            Type.Instance same = hierarchy.as(instance, iterable.container());
            return same == null || same.arguments().isEmpty()
                    ? Type.UNKNOWN
                    : same.arguments().getFirst();
        }
        return Type.UNKNOWN;
    }

    private Type choice(List<Expression> alternatives, int scope, int position) {
        Type common = Type.NULL;
        for (Expression alternative : alternatives) {
            common = common(common, of(alternative, scope, position));
        }
        return common;
    }

    /** A type that both are, as far as one is that of the other. */
    private Type common(Type one, Type other) {
        if (one.equals(other) || other instanceof Type.Null) {
            return one;
        }
        if (one instanceof Type.Null) {
            return other;
        }
        if (one instanceof Type.Instance first && other instanceof Type.Instance second) {
            if (hierarchy.as(first, second.container()) != null) {
                return second;
            }
            return hierarchy.as(second, first.container()) != null ? first : Type.UNKNOWN;
        }
        String unboxed = Types.unboxed(one);
        return unboxed != null && Types.unboxed(other) != null ? types.operation("*", one, other) : Type.UNKNOWN;
    }

    private Type parameter(Expression.ParameterOf parameter) {
        if (!isSite(parameter.site())) {
            return Type.UNKNOWN;
        }
        Target target = calls.target(parameter.site());
        Hierarchy.Found found = target.found();
        if (found == null) {
            return Type.UNKNOWN;
        }
        CallSite site = facts.sites().get(parameter.site());
        Type function = inference.parameter(found, site, parameter.argument());
        return inference.functionParameter(function, parameter.index());
    }

    /** The types of a call's arguments. */
    List<Type> arguments(CallSite site) {
        return site.arguments().stream()
                .map(argument -> of(argument, site.scope(), site.position()))
                .toList();
    }

    /** The supertype that {@code Type.super} means, or whose super is meant. */
    Type named(String type, int scope) {
        return scopes.resolve(TypeRef.of(type), scope);
    }
}
