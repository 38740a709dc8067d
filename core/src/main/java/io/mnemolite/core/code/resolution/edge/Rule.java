package io.mnemolite.core.code.resolution.edge;

import java.util.Locale;

/** Why an edge is there. */
public enum Rule {
    /** A bare name, bound in a scope around the site. */
    SCOPE,
    /** A bare name that is a member of the enclosing type or its supertypes. */
    ENCLOSING_TYPE,
    /** A bare name that is a member of a type further out. */
    OUTER_TYPE,
    /** A bare name that was imported. */
    IMPORT,
    /** A bare name that the same package or module defines. */
    PACKAGE,
    /** A bare name of something imported as a whole. */
    WILDCARD_IMPORT,
    /** A member of a type, module or package that is named. */
    QUALIFIED,
    /** A type that is created. */
    CREATION,
    /** A member of the type of a value. */
    RECEIVER,
    /** A member of the supertypes. */
    SUPERTYPE,
    /** Another constructor of the same type. */
    SAME_TYPE,
    /** A supertype in a type's declaration. */
    DECLARATION,
    /** A method with the same name and parameters in a supertype. */
    OVERRIDE;

    /** The name on the wire, such as {@code enclosing_type}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
