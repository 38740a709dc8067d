package io.mnemolite.core.code.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of an expression as tells its type. Calls are named by the index of their site, so trees stay small. */
public sealed interface Expression {

    /** An expression of which nothing is known. */
    Expression UNKNOWN = new Opaque();

    /** Nothing is known. */
    record Opaque() implements Expression {}

    /** A simple name: a variable, a type, a package, a function. */
    record Name(String name) implements Expression {}

    /** A member of a value, type or package that is not called here. */
    record Member(Expression of, String name) implements Expression {}

    /**
     * The current object.
     *
     * @param type the enclosing type that is meant, if written
     */
    record Self(@Nullable String type) implements Expression {}

    /**
     * The current object as its supertype.
     *
     * @param type the supertype or enclosing type that is meant, if written
     */
    record Parent(@Nullable String type) implements Expression {}

    /** What the call site with this index yields. */
    record Result(int site) implements Expression {}

    /** The callable named at the call site with this index, which is a reference. */
    record Callable(int site) implements Expression {}

    /** A value whose type is written: a literal, a cast, an instance creation. */
    record Typed(TypeRef type) implements Expression {}

    /** A type in the place of a value, such as {@code List<String>} before {@code ::size}. */
    record TypeName(TypeRef type) implements Expression {}

    /**
     * An element of an array or collection.
     *
     * @param iterated whether a loop takes it, else an index
     */
    record Element(Expression of, boolean iterated) implements Expression {}

    /** One of several. */
    record Choice(List<Expression> alternatives) implements Expression {

        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A binary operation; the operator as written. */
    record Operation(String operator, Expression left, Expression right) implements Expression {}

    /**
     * A function without a name.
     *
     * @param scope the index of the scope of its parameters
     * @param result what it returns, if that is one expression
     */
    record Lambda(int scope, int arity, @Nullable Expression result) implements Expression {}

    /** Parameter {@code index} of the function that is argument {@code argument} of a call site. */
    record ParameterOf(int site, int argument, int index) implements Expression {}

    /** Parameter {@code index} of a function whose type is written. */
    record ParameterOfType(TypeRef function, int index) implements Expression {}

    /** A promised value that was waited for. */
    record Awaited(Expression of) implements Expression {}

    /** What a callee yields when called; unlike {@link Result} it stands outside of its file, without arguments. */
    record Invoked(Expression callee) implements Expression {}
}
