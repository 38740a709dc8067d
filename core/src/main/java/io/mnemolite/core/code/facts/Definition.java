package io.mnemolite.core.code.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A symbol that a file defines.
 *
 * @param name the simple name; {@code <init>} of a Java constructor
 * @param owner the index of the definition directly around it; -1 for the module
 * @param scope the index of the scope in which its name is known
 * @param minimumArity the fewest arguments that it takes
 * @param maximumArity the most; {@link Integer#MAX_VALUE} when there is no limit
 * @param returns the type that it returns, as written; null when it is not
 * @param supertypes in the order in which members are looked up
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 */
public record Definition(
        DefinitionKind kind,
        String name,
        String qualifiedName,
        int owner,
        int scope,
        Set<Trait> traits,
        List<TypeParameter> typeParameters,
        List<Parameter> parameters,
        int minimumArity,
        int maximumArity,
        @Nullable TypeRef returns,
        List<TypeRef> supertypes,
        int startLine,
        int endLine) {

    /** The name, which no text can spell, under which a function's scope binds what it returns without declaring it. */
    public static final String RESULT = "()";

    /** What is special about a definition. */
    public enum Trait {
        STATIC,
        ABSTRACT,
        PRIVATE,
        /** The language adds it; the text does not show it. */
        IMPLICIT,
        /** Defined within a function: not known outside of its scope. */
        LOCAL,
        ANONYMOUS,
        VARARGS,
        ASYNC,
        /** Read like a field, without a call. */
        PROPERTY,
        /** Takes the type itself as its first parameter. */
        CLASS_METHOD,
        /** What the module exports by default. */
        DEFAULT_EXPORT,
        /** Its name is given something else elsewhere, so that it tells no target. */
        REASSIGNED,
        /** Of a type: it only adds members to what is declared elsewhere, maybe in another file. */
        PART
    }

    /**
     * A type parameter.
     *
     * @param bounds none when it may be any type
     */
    public record TypeParameter(String name, List<TypeRef> bounds) {

        public TypeParameter {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * A parameter; the last one of a definition with {@link Trait#VARARGS} is declared with its element type.
     *
     * @param name where arguments have labels, that of the parameter
     * @param type as written; null when it is not
     */
    public record Parameter(String name, @Nullable TypeRef type) {}

    public Definition {
        traits = Set.copyOf(traits);
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        supertypes = List.copyOf(supertypes);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The parameters' types as written, which tell overloads apart. */
    public String signature() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            TypeRef type = parameters.get(i).type();
            text.append(i == 0 ? "" : ",").append(type == null ? "" : type);
        }
        return text.append(has(Trait.VARARGS) ? "..." : "").toString();
    }
}
