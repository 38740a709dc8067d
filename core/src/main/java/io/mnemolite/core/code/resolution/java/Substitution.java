package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition.TypeParameter;
import io.mnemolite.core.code.resolution.registry.Container;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands for type variables. */
final class Substitution {

    private static final int DEEPEST = 12;

    private final Map<Type.Variable, Type> values = new HashMap<>(4);

    /** The type arguments of an object, by the type parameters of its type. */
    static Substitution of(Type.Instance instance) {
        Substitution substitution = new Substitution();
        Container container = instance.container();
        List<TypeParameter> parameters = container.definition().typeParameters();
        if (parameters.size() == instance.arguments().size()) {
            for (int i = 0; i < parameters.size(); i++) {
                Type.Variable variable = new Type.Variable(
                        container.definition(), parameters.get(i).name(), Type.UNKNOWN);
                substitution.values.put(variable, instance.arguments().get(i));
            }
        }
        return substitution;
    }

    void put(Type.Variable variable, Type value) {
        values.putIfAbsent(variable, value);
    }

    boolean has(Type.Variable variable) {
        return values.containsKey(variable);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The type with its variables replaced; those that nothing is known of stay. */
    Type apply(Type type) {
        return values.isEmpty() ? type : apply(type, 0);
    }

    private Type apply(Type type, int depth) {
        if (depth > DEEPEST) {
            return Type.UNKNOWN;
        }
        return switch (type) {
            case Type.Variable variable -> values.getOrDefault(variable, variable);
            case Type.Instance instance ->
                instance.arguments().isEmpty()
                        ? instance
                        : new Type.Instance(
                                instance.container(),
                                instance.arguments().stream()
                                        .map(argument -> apply(argument, depth + 1))
                                        .toList());
            case Type.External external ->
                external.arguments().isEmpty()
                        ? external
                        : new Type.External(
                                external.name(),
                                external.arguments().stream()
                                        .map(argument -> apply(argument, depth + 1))
                                        .toList());
            case Type.Array array -> new Type.Array(apply(array.element(), depth + 1));
            case Type.Unknown unknown -> type;
            case Type.Null nothing -> type;
            case Type.Primitive primitive -> type;
            case Type.Function function -> type;
            case Type.Reference reference -> type;
            case Type.Static name -> type;
            case Type.Package name -> type;
        };
    }
}
