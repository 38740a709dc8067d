package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several methods of a name is meant, as far as the types of the arguments tell with certainty (JLS 15.12.2). */
@SuppressWarnings("ReferenceEquality") // Candidates are told apart by identity.
final class Overloads {

    private final Hierarchy hierarchy;
    private final Types types;

    /** How well an argument fits a parameter; a smaller one is worse. */
    private enum Fit {
        NO,
        /** After boxing or unboxing. */
        BOXED,
        /** Too little is known. */
        PERHAPS,
        YES
    }

    /**
     * What was chosen.
     *
     * @param candidates how many fit alike, this one included
     */
    record Choice(Hierarchy.Found found, int candidates) {}

    private record Rated(Hierarchy.Found found, int phase, boolean isCertain) {}

    Overloads(Hierarchy hierarchy, Types types) {
        this.hierarchy = hierarchy;
        this.types = types;
    }

    /**
     * The method that a call means.
     *
     * @param found at least one, nearest first
     * @param arity the number of arguments; -1 when any will do
     * @return null when none takes so many arguments
     */
    @Nullable
    Choice choose(List<Hierarchy.Found> found, int arity, List<Type> arguments) {
        List<Hierarchy.Found> fitting = new ArrayList<>();
        for (Hierarchy.Found candidate : found) {
            if (candidate.member().accepts(arity) && !isOverridden(candidate, fitting)) {
                fitting.add(candidate);
            }
        }
        if (fitting.isEmpty()) {
            return null;
        }
        if (fitting.size() == 1 || arity < 0) {
            return choice(fitting);
        }
        List<Rated> rated = new ArrayList<>();
        int best = Integer.MAX_VALUE;
        for (Hierarchy.Found candidate : fitting) {
            Rated rating = rate(candidate, arguments);
            if (rating != null) {
                rated.add(rating);
                best = Math.min(best, rating.phase());
            }
        }
        if (rated.isEmpty()) {
            return choice(fitting);
        }
        int phase = best;
        List<Rated> left =
                rated.stream().filter(rating -> rating.phase() == phase).toList();
        if (left.size() > 1) {
            return mostSpecific(left, arguments.size());
        }
        Rated only = left.getFirst();
        // When it is not certain to take the arguments, one that takes them in another way may be meant.
        return new Choice(only.found(), only.isCertain() ? 1 : alike(rated, only));
    }

    private static Choice choice(List<Hierarchy.Found> found) {
        Hierarchy.Found first = found.getFirst();
        int alike = (int) found.stream()
                .filter(other -> other.member().owner() == first.member().owner())
                .count();
        return new Choice(first, alike);
    }

    /** Whether a nearer method has the same parameters, as they are written. */
    private static boolean isOverridden(Hierarchy.Found candidate, List<Hierarchy.Found> nearer) {
        for (Hierarchy.Found other : nearer) {
            if (other.distance() < candidate.distance()
                    && other.member().signature().equals(candidate.member().signature())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Rated rate(Hierarchy.Found candidate, List<Type> arguments) {
        Member member = candidate.member();
        boolean isVarargs = member.has(Trait.VARARGS);
        int phase = 1;
        boolean isCertain = true;
        // With as many arguments as parameters the last may be the array itself.
        boolean expands =
                isVarargs && (arguments.size() != types.parameters(member).size() || !isArrayLike(arguments.getLast()));
        Substitution substitution = Substitution.of(candidate.owner());
        for (int i = 0; i < arguments.size(); i++) {
            Type parameter = substitution.apply(parameter(member, i, expands));
            Fit fit = fit(parameter, arguments.get(i), 0);
            if (fit == Fit.NO) {
                return null;
            }
            phase = fit == Fit.BOXED ? 2 : phase;
            isCertain &= fit == Fit.YES;
        }
        return new Rated(candidate, expands ? 3 : phase, isCertain);
    }

    /** What an argument meets: the array itself where its elements are not given one by one. */
    private Type parameter(Member member, int index, boolean expands) {
        Type declared = types.parameter(member, index);
        boolean isRest =
                member.has(Trait.VARARGS) && index >= types.parameters(member).size() - 1;
        return isRest && !expands ? new Type.Array(declared) : declared;
    }

    private static boolean isArrayLike(Type type) {
        return type instanceof Type.Array || type instanceof Type.Null;
    }

    private Choice mostSpecific(List<Rated> rated, int arity) {
        Rated best = null;
        for (Rated one : rated) {
            boolean isBest = true;
            for (Rated other : rated) {
                isBest &= one == other || isMoreSpecific(one.found(), other.found(), arity, one.phase() == 3);
            }
            if (isBest && (best == null || one.found().distance() < best.found().distance())) {
                best = one;
            }
        }
        boolean isCertain = rated.stream().allMatch(Rated::isCertain);
        if (best != null && isCertain) {
            return new Choice(best.found(), 1);
        }
        Hierarchy.Found first = rated.getFirst().found();
        return new Choice(
                best != null && best.found().member().owner() == first.member().owner() ? best.found() : first,
                alike(rated, rated.getFirst()));
    }

    /** How many of the same type may be meant, this one included. */
    private static int alike(List<Rated> rated, Rated one) {
        return (int) rated.stream()
                .filter(other ->
                        other.found().member().owner() == one.found().member().owner())
                .count();
    }

    private boolean isMoreSpecific(Hierarchy.Found one, Hierarchy.Found other, int arity, boolean expand) {
        for (int i = 0; i < arity; i++) {
            Type mine = parameter(one.member(), i, expand);
            Type theirs = parameter(other.member(), i, expand);
            if (fit(theirs, mine, 0) != Fit.YES) {
                return false;
            }
        }
        return true;
    }

    private Fit fit(Type parameter, Type argument, int depth) {
        if (depth > 8 || argument instanceof Type.Unknown || argument instanceof Type.External) {
            boolean isForeignObject = argument instanceof Type.External && !argument.equals(Type.External.VALUE);
            return isPrimitive(parameter) && isForeignObject ? Fit.NO : Fit.PERHAPS;
        }
        return switch (parameter) {
            case Type.Primitive primitive -> toPrimitive(primitive.name(), argument);
            case Type.Array array -> toArray(array, argument, depth);
            case Type.Instance instance -> toInstance(instance, argument, depth);
            case Type.Variable variable -> toVariable(variable, argument, depth);
            default -> Fit.PERHAPS;
        };
    }

    private static boolean isPrimitive(Type type) {
        return type instanceof Type.Primitive;
    }

    private static Fit toPrimitive(String parameter, Type argument) {
        if (argument instanceof Type.Primitive primitive) {
            return Types.widens(primitive.name(), parameter) ? Fit.YES : Fit.NO;
        }
        String unboxed = Types.unboxed(argument);
        return unboxed != null && Types.widens(unboxed, parameter) ? Fit.BOXED : Fit.NO;
    }

    private Fit toArray(Type.Array parameter, Type argument, int depth) {
        if (argument instanceof Type.Null) {
            return Fit.YES;
        }
        if (!(argument instanceof Type.Array array)) {
            return argument instanceof Type.Variable ? Fit.PERHAPS : Fit.NO;
        }
        if (isPrimitive(parameter.element()) || isPrimitive(array.element())) {
            boolean isVariable = parameter.element() instanceof Type.Unknown || array.element() instanceof Type.Unknown;
            return parameter.element().equals(array.element()) ? Fit.YES : isVariable ? Fit.PERHAPS : Fit.NO;
        }
        return fit(parameter.element(), array.element(), depth + 1);
    }

    private Fit toVariable(Type.Variable parameter, Type argument, int depth) {
        Type bound = Types.erased(parameter);
        if (isPrimitive(argument)) {
            return Fit.BOXED;
        }
        if (argument instanceof Type.Function || argument instanceof Type.Reference) {
            return bound instanceof Type.Unknown ? Fit.PERHAPS : fit(bound, argument, depth + 1);
        }
        return bound instanceof Type.Unknown ? Fit.YES : fit(bound, argument, depth + 1);
    }

    private Fit toInstance(Type.Instance parameter, Type argument, int depth) {
        String name = parameter.container().qualifiedName();
        boolean isObject = name.equals("java.lang.Object");
        return switch (argument) {
            case Type.Null nothing -> Fit.YES;
            case Type.Primitive primitive -> {
                Type box = types.boxed(primitive);
                yield box instanceof Type.Instance instance && isSubtype(instance, parameter) == Fit.YES
                        ? Fit.BOXED
                        : Fit.NO;
            }
            case Type.Array array ->
                isObject || name.equals("java.lang.Cloneable") || name.equals("java.io.Serializable")
                        ? Fit.YES
                        : Fit.NO;
            case Type.Instance instance -> isObject ? Fit.YES : isSubtype(instance, parameter);
            case Type.Variable variable -> {
                Type bound = Types.erased(variable);
                yield isObject
                        ? Fit.YES
                        : bound instanceof Type.Unknown ? Fit.PERHAPS : fit(parameter, bound, depth + 1);
            }
            case Type.Function function ->
                toFunction(parameter, function.lambda().arity());
            case Type.Reference reference -> toFunction(parameter, -1);
            default -> Fit.PERHAPS;
        };
    }

    private Fit isSubtype(Type.Instance type, Type.Instance supertype) {
        if (hierarchy.as(type, supertype.container()) != null) {
            return Fit.YES;
        }
        // The standard library knows nothing of the repository, however little is known of it.
        boolean isUnrelated =
                type.container().isStandard() && !supertype.container().isStandard();
        return isUnrelated || hierarchy.lineage(type.container()).isComplete() ? Fit.NO : Fit.PERHAPS;
    }

    private Fit toFunction(Type.Instance parameter, int arity) {
        Container container = parameter.container();
        if (container.definition().kind() != DefinitionKind.INTERFACE) {
            return Fit.NO;
        }
        Hierarchy.Found function = hierarchy.function(parameter);
        if (function == null) {
            return hierarchy.lineage(container).isComplete() ? Fit.NO : Fit.PERHAPS;
        }
        return arity < 0 || types.parameters(function.member()).size() == arity ? Fit.YES : Fit.NO;
    }
}
