package io.mnemolite.core.code.facts;

/**
 * Names under which files offer what no import of them names: C and C++ include what declares a function, and the linker finds
 * what defines it; a type may get members in other files than its own. No text can spell them.
 */
public final class LinkedName {

    private static final String FUNCTION = "function ";
    private static final String PART = "part of ";
    private static final String FILE = "file ";

    /** The field of a type that can be created as its supertypes can. */
    public static final String CONSTRUCTORS = "inherited constructors";

    private LinkedName() {}

    /** Of the files that define a function with this name, namespaces before it. */
    public static String function(String qualified) {
        return FUNCTION + qualified;
    }

    /** Of the files that add members to a type of this name that they do not declare. */
    public static String part(String qualified) {
        return PART + qualified;
    }

    /** Of the files whose path ends with this name. */
    public static String file(String name) {
        return FILE + name;
    }

    public static boolean isFunction(String name) {
        return name.startsWith(FUNCTION);
    }

    /** The last part of the name. */
    public static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(' ')) + 1);
    }
}
