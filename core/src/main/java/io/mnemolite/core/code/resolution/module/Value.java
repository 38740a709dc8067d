package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import java.util.ArrayList;
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

    /** The first parts of the name of a package, to which no file belongs. */
    record PackagePrefix(String name) implements Value {}

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

    /**
     * A function.
     *
     * @param owner the type that it was found in; empty outside of types
     * @param others of the same name, which the arguments tell from this one
     */
    record Callable(
            SymbolId symbol, Definition definition, FileContext file, List<Container> owner, List<Callable> others)
            implements Value {

        Callable(SymbolId symbol, Definition definition, FileContext file, List<Container> owner) {
            this(symbol, definition, file, owner, List.of());
        }

        static List<SymbolId> symbols(List<Callable> callables) {
            return callables.stream().map(Callable::symbol).toList();
        }

        /** The first of several functions of a name, with the others; not one that another before it overrides. */
        static Callable first(List<Callable> all) {
            Callable first = all.getFirst();
            List<Callable> others = new ArrayList<>();
            for (Callable other : all.subList(1, all.size())) {
                boolean isOverridden = !other.owner().equals(first.owner())
                        && (first.looksLike(other) || others.stream().anyMatch(known -> known.looksLike(other)));
                if (!isOverridden) {
                    others.add(other);
                }
            }
            return new Callable(first.symbol, first.definition, first.file, first.owner, List.copyOf(others));
        }

        private boolean looksLike(Callable other) {
            return definition.parameters().size()
                            == other.definition().parameters().size()
                    && definition.signature().equals(other.definition().signature());
        }

        /** Those of all of the name that take so many arguments; -1 stands for any number. */
        List<Callable> taking(int arity) {
            List<Callable> taking = new ArrayList<>();
            if (takes(arity)) {
                taking.add(this);
            }
            others.stream().filter(other -> other.takes(arity)).forEach(taking::add);
            return taking;
        }

        /** Those of all of the name that may be what a site calls, by its arguments. */
        List<Callable> taking(CallSite site) {
            return taking(site.arity()).stream()
                    .filter(callable -> callable.takes(site.labels()))
                    .toList();
        }

        /** Whether these labels are those of its parameters, of which some may be left out. */
        private boolean takes(List<String> labels) {
            List<Definition.Parameter> parameters = definition.parameters();
            int next = 0;
            for (String label : labels) {
                int at = next;
                while (at < parameters.size() && !parameters.get(at).name().equals(label)) {
                    at++;
                }
                boolean isOneMore = at == parameters.size()
                        && label.equals(CallSite.NO_LABEL)
                        && next > 0
                        && definition.maximumArity() == Integer.MAX_VALUE;
                if (at == parameters.size() && !isOneMore) {
                    return false;
                }
                next = isOneMore ? next : at + 1;
            }
            return true;
        }

        private boolean takes(int arity) {
            return arity < 0 || (definition.minimumArity() <= arity && arity <= definition.maximumArity());
        }
    }

    /** Whether a type is written that means a value that may be absent, and nothing else. */
    static boolean isNothing(TypeRef type) {
        return switch (type.name()) {
            case "None", "null", "undefined", "void", "nil" -> true;
            default -> false;
        };
    }
}
