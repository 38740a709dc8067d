package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.resolution.registry.Member;
import java.util.List;

/** What a generic method's type parameters stand for at a call, from its arguments: as much of JLS 18 as is simple. */
final class Inference {

    private static final int DEEPEST = 6;

    private final Hierarchy hierarchy;
    private final Types types;
    private final Evaluation evaluation;

    /** What inference asks back. */
    interface Evaluation {

        Type argument(CallSite site, int index);

        /** What a lambda returns, its parameters being known by then. */
        Type result(Type.Function function);

        /** What the method that a reference names returns. */
        Type result(Type.Reference reference);
    }

    Inference(Hierarchy hierarchy, Types types, Evaluation evaluation) {
        this.hierarchy = hierarchy;
        this.types = types;
        this.evaluation = evaluation;
    }

    /** What a call of a method yields. */
    Type result(Hierarchy.Found found, CallSite site) {
        Type declared = Substitution.of(found.owner()).apply(types.declared(found.member()));
        Definition method = found.member().definition();
        if (method == null || method.typeParameters().isEmpty() || !mentions(declared, method, 0)) {
            return declared;
        }
        return infer(found, site, true).apply(declared);
    }

    /** The type of a parameter of a call, its variables replaced by what the arguments that are no functions tell. */
    Type parameter(Hierarchy.Found found, CallSite site, int index) {
        Type declared = Substitution.of(found.owner()).apply(types.parameter(found.member(), index));
        Definition method = found.member().definition();
        if (method == null || method.typeParameters().isEmpty()) {
            return declared;
        }
        return infer(found, site, false).apply(declared);
    }

    private Substitution infer(Hierarchy.Found found, CallSite site, boolean withFunctions) {
        Substitution inferred = new Substitution();
        Substitution owner = Substitution.of(found.owner());
        Definition method = found.member().definition();
        if (method == null) {
            return inferred;
        }
        for (int round = 0; round < (withFunctions ? 2 : 1); round++) {
            for (int i = 0; i < site.arguments().size(); i++) {
                Type argument = evaluation.argument(site, i);
                boolean isFunction = argument instanceof Type.Function || argument instanceof Type.Reference;
                if (isFunction == (round == 1)) {
                    Type parameter = owner.apply(types.parameter(found.member(), i));
                    if (isVariableArity(found.member(), i) && argument instanceof Type.Array array) {
                        argument = array.element();
                    }
                    unify(parameter, argument, method, inferred, 0);
                }
            }
        }
        return inferred;
    }

    private static boolean isVariableArity(Member member, int index) {
        Definition definition = member.definition();
        return definition != null
                && definition.has(Definition.Trait.VARARGS)
                && index == definition.parameters().size() - 1;
    }

    private void unify(Type parameter, Type argument, Definition method, Substitution inferred, int depth) {
        if (depth > DEEPEST || argument instanceof Type.Unknown || argument instanceof Type.Null) {
            return;
        }
        switch (parameter) {
            case Type.Variable variable -> {
                if (variable.owner() == method && isValue(argument) && !inferred.has(variable)) {
                    inferred.put(variable, types.boxed(argument));
                }
            }
            case Type.Instance instance -> unifyInstance(instance, argument, method, inferred, depth);
            case Type.Array array -> {
                if (argument instanceof Type.Array other) {
                    unify(array.element(), other.element(), method, inferred, depth + 1);
                }
            }
            default -> {}
        }
    }

    private static boolean isValue(Type type) {
        return !(type instanceof Type.Function || type instanceof Type.Reference || type instanceof Type.Static);
    }

    private void unifyInstance(
            Type.Instance parameter, Type argument, Definition method, Substitution inferred, int depth) {
        switch (argument) {
            case Type.Instance instance -> {
                Type.Instance same = hierarchy.as(instance, parameter.container());
                if (same != null
                        && same.arguments().size() == parameter.arguments().size()) {
                    for (int i = 0; i < parameter.arguments().size(); i++) {
                        unify(parameter.arguments().get(i), same.arguments().get(i), method, inferred, depth + 1);
                    }
                }
            }
            case Type.Variable variable -> unify(parameter, Types.erased(variable), method, inferred, depth + 1);
            case Type.Function function -> {
                Type result = functionResult(parameter);
                if (mentions(result, method, 0)) {
                    unify(result, evaluation.result(function), method, inferred, depth + 1);
                }
            }
            case Type.Reference reference -> {
                Type result = functionResult(parameter);
                if (mentions(result, method, 0)) {
                    unify(result, evaluation.result(reference), method, inferred, depth + 1);
                }
            }
            default -> {}
        }
    }

    /** What the method of a functional interface returns. */
    private Type functionResult(Type.Instance functional) {
        Hierarchy.Found function = hierarchy.function(functional);
        return function == null
                ? Type.UNKNOWN
                : Substitution.of(function.owner()).apply(types.declared(function.member()));
    }

    /** The type of parameter {@code index} of the method of a functional interface. */
    Type functionParameter(Type functional, int index) {
        if (!(Types.erased(functional) instanceof Type.Instance instance)) {
            return Type.UNKNOWN;
        }
        Hierarchy.Found function = hierarchy.function(instance);
        if (function == null || index >= types.parameters(function.member()).size()) {
            return Type.UNKNOWN;
        }
        return Substitution.of(function.owner()).apply(types.parameter(function.member(), index));
    }

    private static boolean mentions(Type type, Definition method, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (type) {
            case Type.Variable variable -> variable.owner() == method;
            case Type.Array array -> mentions(array.element(), method, depth + 1);
            case Type.Instance instance -> anyMentions(instance.arguments(), method, depth + 1);
            case Type.External external -> anyMentions(external.arguments(), method, depth + 1);
            default -> false;
        };
    }

    private static boolean anyMentions(List<Type> types, Definition method, int depth) {
        return types.stream().anyMatch(type -> mentions(type, method, depth));
    }
}
