package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.facts.TypeRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a container holds under a name.
 *
 * @param definition of a callable or type; null of a field
 * @param symbol of a callable or type; null in the standard library
 * @param type of a field as declared; null when it is not
 * @param value of a field, as far as it tells a type
 * @param nested the type, of a type
 */
public record Member(
        Container owner,
        Kind kind,
        String name,
        boolean isStatic,
        @Nullable Definition definition,
        @Nullable SymbolId symbol,
        @Nullable TypeRef type,
        @Nullable Expression value,
        @Nullable Container nested) {

    /** What a member is. */
    public enum Kind {
        CALLABLE,
        FIELD,
        TYPE
    }

    static Member callable(Container owner, Definition definition, @Nullable SymbolId symbol) {
        boolean isStatic = definition.has(Definition.Trait.STATIC);
        return new Member(owner, Kind.CALLABLE, definition.name(), isStatic, definition, symbol, null, null, null);
    }

    static Member field(
            Container owner, String name, boolean isStatic, @Nullable TypeRef type, @Nullable Expression value) {
        return new Member(owner, Kind.FIELD, name, isStatic, null, null, type, value, null);
    }

    static Member type(Container owner, Container nested) {
        Definition definition = nested.definition();
        boolean isStatic = definition.has(Definition.Trait.STATIC);
        return new Member(
                owner, Kind.TYPE, definition.name(), isStatic, definition, nested.symbol(), null, null, nested);
    }

    public boolean has(Definition.Trait trait) {
        return definition != null && definition.has(trait);
    }

    /** Whether it can be called with so many arguments; -1 stands for any number. */
    public boolean accepts(int arity) {
        return definition != null
                && (arity < 0 || (definition.minimumArity() <= arity && arity <= definition.maximumArity()));
    }

    /** The parameters' types as written; empty of what takes none. */
    public String signature() {
        return definition == null ? "" : definition.signature();
    }

    /** Whether whoever saw one may as well have seen the other. Its lines are of no matter. */
    boolean looksLike(Member other) {
        return kind == other.kind
                && isStatic == other.isStatic
                && Objects.equals(symbol, other.symbol)
                && Objects.equals(type, other.type)
                && Objects.equals(value, other.value)
                && looksLike(definition, other.definition);
    }

    private static boolean looksLike(@Nullable Definition one, @Nullable Definition other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.kind() == other.kind()
                && one.traits().equals(other.traits())
                && one.typeParameters().equals(other.typeParameters())
                && one.parameters().equals(other.parameters())
                && one.minimumArity() == other.minimumArity()
                && one.maximumArity() == other.maximumArity()
                && Objects.equals(one.returns(), other.returns());
    }

    /** Equal only to itself, as its container is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
