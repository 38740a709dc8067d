package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Parameter;
import io.mnemolite.core.code.facts.Definition.TypeParameter;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps each name and type once, for they recur in all files of a repository. Not for several threads. */
final class Interning {

    private final @Nullable Map<Object, Object> known;

    Interning() {
        known = new HashMap<>();
    }

    private Interning(@Nullable Map<Object, Object> known) {
        this.known = known;
    }

    /** Leaves everything as it is. */
    static Interning none() {
        return new Interning(null);
    }

    String of(String text) {
        return (String) unique(text);
    }

    @Nullable
    TypeRef ofNullable(@Nullable TypeRef type) {
        return type == null ? null : of(type);
    }

    private TypeRef of(TypeRef type) {
        if (known == null) {
            return type;
        }
        Object same = known.get(type);
        if (same == null) {
            same = new TypeRef(
                    of(type.name()), type.arguments().stream().map(this::of).toList());
            known.put(same, same);
        }
        return (TypeRef) same;
    }

    private Object unique(Object value) {
        if (known == null) {
            return value;
        }
        Object same = known.putIfAbsent(value, value);
        return same == null ? value : same;
    }

    Import of(Import statement) {
        return known == null
                ? statement
                : new Import(
                        statement.kind(),
                        of(statement.target()),
                        of(statement.name()),
                        of(statement.alias()),
                        statement.scope(),
                        statement.line());
    }

    Definition of(Definition definition) {
        if (known == null) {
            return definition;
        }
        List<TypeParameter> typeParameters = definition.typeParameters().stream()
                .map(parameter -> new TypeParameter(
                        of(parameter.name()),
                        parameter.bounds().stream().map(this::of).toList()))
                .toList();
        List<Parameter> parameters = definition.parameters().stream()
                .map(parameter -> (Parameter) unique(new Parameter(of(parameter.name()), ofNullable(parameter.type()))))
                .toList();
        return new Definition(
                definition.kind(),
                of(definition.name()),
                of(definition.qualifiedName()),
                definition.owner(),
                definition.scope(),
                definition.traits(),
                typeParameters,
                parameters,
                definition.minimumArity(),
                definition.maximumArity(),
                ofNullable(definition.returns()),
                definition.supertypes().stream().map(this::of).toList(),
                definition.startLine(),
                definition.endLine());
    }
}
