package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import java.util.List;

/** What a name or expression stands for. A type or module may be spread over several files: its parts. */
sealed interface Value {

    Value UNKNOWN = new Unknown();
    Value EXTERNAL = new External(true);

    /** A name that nothing has which the file is known to see. */
    Value UNSEEN = new External(false);

    /** It is bound, but to what is not known. */
    record Unknown() implements Value {}

    /**
     * Something of which nothing in the repository is known.
     *
     * @param isCertain whether it lies outside of the repository, as a package that is imported does; else it was only not found
     */
    record External(boolean isCertain) implements Value {}

    record Module(List<Container> parts) implements Value {}

    /** A type itself. */
    record Type(List<Container> parts) implements Value {}

    /** An object of a type. */
    record Instance(List<Container> parts) implements Value {}

    /** A built-in collection of values of one kind. */
    record Collection(Value element) implements Value {}

    /** A built-in table from keys to values of one kind. */
    record Mapping(Value value) implements Value {}

    /** A function of something built in, of which only is known what it yields and what it hands to a function. */
    record BuiltIn(Value result, Value handed) implements Value {}

    /** The members that the current object inherits. */
    record Inherited(List<Container> parts) implements Value {}

    record Callable(SymbolId symbol, Definition definition, FileContext file, List<Container> owner) implements Value {}

    /** Whether a type is written that means a value that may be absent, and nothing else. */
    static boolean isNothing(TypeRef type) {
        return switch (type.name()) {
            case "None", "null", "undefined", "void", "nil" -> true;
            default -> false;
        };
    }
}
