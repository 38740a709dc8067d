package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.resolution.registry.Container;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the value of an expression, or of what a name stands for. */
sealed interface Type {

    Type UNKNOWN = new Unknown();
    Type NULL = new Null();

    /** Nothing is known. */
    record Unknown() implements Type {}

    /** The null literal. */
    record Null() implements Type {}

    /** An object of a type of the repository or the standard library; no arguments of a raw or diamond type. */
    record Instance(Container container, List<Type> arguments) implements Type {

        static Instance of(Container container) {
            return new Instance(container, List.of());
        }
    }

    /** An object of a type that lies outside of both; the name begins with {@code ?} when it was found nowhere. */
    record External(String name, List<Type> arguments) implements Type {

        /** What a foreign call or field gives: perhaps no object at all. */
        static final External VALUE = of("?");

        static External of(String name) {
            return new External(name, List.of());
        }
    }

    /** A type parameter of a container or of a method; {@code owner} is its definition. */
    @SuppressWarnings("ReferenceEquality") // Equal definitions of two files have different parameters.
    record Variable(Definition owner, String name, Type bound) implements Type {

        /** Told apart by owner and name; bounds may lead back to the variable. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Variable variable && variable.owner == owner && variable.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(owner) + name.hashCode();
        }
    }

    record Array(Type element) implements Type {}

    record Primitive(String name) implements Type {}

    /** A function without a name: argument of a call, its parameters to be told by the callee. */
    record Function(Expression.Lambda lambda) implements Type {}

    /** A method reference, by its call site. */
    record Reference(int site) implements Type {}

    /** The name of a type, in the place of a value. */
    record Static(Type type) implements Type {}

    /** The beginning of a qualified name. */
    record PackageName(String name) implements Type {}
}
