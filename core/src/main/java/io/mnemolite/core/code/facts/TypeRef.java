package io.mnemolite.core.code.facts;

import java.util.List;

/**
 * A type as it is written: a name, not yet looked up. A bounded wildcard is its bound.
 *
 * @param name as written, with dots where it is qualified; {@code []} of an array, {@code |} of a union, {@code ?} of what
 *     is not written, {@code null} of the null literal, {@value #FUNCTION} of a function, {@code with} of one that is required
 * @param arguments type arguments; the element of an array, the alternatives of a union; what a function returns, then its
 *     parameters
 */
public record TypeRef(String name, List<TypeRef> arguments) {

    /** A type that is not written or cannot be read. */
    public static final TypeRef UNKNOWN = new TypeRef("?", List.of());

    /** The type of the null literal. */
    public static final TypeRef NULL = new TypeRef("null", List.of());

    /** The name of a function's type, whose arguments are what it returns and then its parameters. */
    public static final String FUNCTION = "=>";

    private static final String REQUIRED = "with";
    private static final String ARRAY = "[]";
    private static final String UNION = "|";

    public TypeRef {
        arguments = List.copyOf(arguments);
    }

    public static TypeRef of(String name) {
        return new TypeRef(name, List.of());
    }

    public static TypeRef arrayOf(TypeRef element) {
        return new TypeRef(ARRAY, List.of(element));
    }

    /** As a supertype: one that is not inherited, but that whatever is of the type has as well. */
    public static TypeRef required(TypeRef type) {
        return new TypeRef(REQUIRED, List.of(type));
    }

    public boolean isRequired() {
        return name.equals(REQUIRED);
    }

    public static TypeRef unionOf(List<TypeRef> alternatives) {
        return alternatives.size() == 1 ? alternatives.getFirst() : new TypeRef(UNION, alternatives);
    }

    public boolean isArray() {
        return name.equals(ARRAY);
    }

    public boolean isUnion() {
        return name.equals(UNION);
    }

    /** The type in the common form, such as {@code Map<String,int[]>}. */
    @Override
    public String toString() {
        if (isArray() && arguments.size() == 1) {
            return arguments.getFirst() + ARRAY;
        }
        if (arguments.isEmpty()) {
            return name;
        }
        return name + "<"
                + String.join(",", arguments.stream().map(TypeRef::toString).toList()) + ">";
    }
}
