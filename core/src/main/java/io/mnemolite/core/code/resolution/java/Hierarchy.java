package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Supertypes, and members looked up through them. */
final class Hierarchy {

    private static final int MOST_SUPERTYPES = 200;
    private static final String OBJECT = "java.lang.Object";

    private final Questions questions;
    private final TypeNames names;
    private final Scopes scopes;
    private final Map<Container, List<Type>> direct = new HashMap<>();
    private final Map<Container, Lineage> lineages = new HashMap<>();

    /**
     * A type and all its supertypes in the order in which members are looked up: classes before interfaces.
     *
     * @param types each once, as the first type sees them
     * @param isComplete whether all of them are known
     */
    record Lineage(List<Type.Instance> types, boolean isComplete) {}

    /**
     * A member with the type that declares it, as it is seen from where the search began.
     *
     * @param distance the place of that type in the lineage
     */
    record Found(Member member, Type.Instance owner, int distance) {}

    Hierarchy(Questions questions, TypeNames names, Scopes scopes) {
        this.questions = questions;
        this.names = names;
        this.scopes = scopes;
    }

    /** The direct supertypes; the implicit ones included. */
    List<Type> direct(Container container) {
        List<Type> known = direct.get(container);
        if (known != null) {
            return known;
        }
        // A type that is its own supertype by mistake has none while they are looked up.
        direct.put(container, List.of());
        List<Type> found = new ArrayList<>();
        Container outer = questions.outer(container);
        for (TypeRef supertype : container.definition().supertypes()) {
            found.add(resolveSupertype(supertype, container, outer));
        }
        boolean hasClass = container.definition().kind() == DefinitionKind.INTERFACE
                ? false
                : !found.isEmpty() && !isInterface(found.getFirst());
        if (!hasClass && !container.qualifiedName().equals(OBJECT)) {
            Container object = names.pick(OBJECT, container.file());
            if (object != null) {
                // Members of Object are the last that an interface has.
                found.add(Type.Instance.of(object));
            }
        }
        direct.put(container, found);
        return found;
    }

    /** The class that a type extends, which is an interface when it only implements some. */
    Type parent(Container container) {
        List<Type> supertypes = direct(container);
        return supertypes.isEmpty() ? Type.UNKNOWN : supertypes.getFirst();
    }

    private Type resolveSupertype(TypeRef supertype, Container container, @Nullable Container outer) {
        // A supertype's name is looked up outside of the type, its arguments may be the type's own parameters.
        TypeRef name = TypeRef.of(supertype.name());
        Type raw = questions.isOwn(container)
                ? scopes.resolve(name, container.definition().scope())
                : names.resolve(name, outer == null ? container : outer, null);
        return TypeNames.withArguments(raw, supertype, argument -> names.resolve(argument, container, null));
    }

    private static boolean isInterface(Type type) {
        if (!(type instanceof Type.Instance instance)) {
            return false;
        }
        DefinitionKind kind = instance.container().definition().kind();
        return kind == DefinitionKind.INTERFACE || kind == DefinitionKind.ANNOTATION;
    }

    Lineage lineage(Container container) {
        Lineage known = lineages.get(container);
        if (known == null) {
            List<Type.Instance> types = new ArrayList<>();
            boolean isComplete = collect(container, types);
            known = new Lineage(types, isComplete);
            lineages.put(container, known);
        }
        return known;
    }

    private boolean collect(Container container, List<Type.Instance> types) {
        boolean isComplete = true;
        List<Type> own = new ArrayList<>();
        container.definition().typeParameters().forEach(parameter -> {
            Type.Variable variable = names.variable(container, parameter.name());
            own.add(variable == null ? Type.UNKNOWN : variable);
        });
        Set<Container> seen = new HashSet<>();
        List<Type.Instance> waiting = new ArrayList<>();
        List<Type.Instance> later = new ArrayList<>();
        waiting.add(new Type.Instance(container, own));
        // Classes first, from the nearest; then all their interfaces, level by level.
        for (int i = 0; i < waiting.size() && types.size() < MOST_SUPERTYPES; i++) {
            Type.Instance at = waiting.get(i);
            if (!seen.add(at.container())) {
                continue;
            }
            types.add(at);
            Substitution substitution = Substitution.of(at);
            for (Type supertype : direct(at.container())) {
                if (supertype instanceof Type.Instance instance) {
                    Type.Instance seenFromHere = (Type.Instance) substitution.apply(instance);
                    boolean isLast = instance.container().qualifiedName().equals(OBJECT);
                    (isLast || isInterface(instance) ? later : waiting).add(seenFromHere);
                } else {
                    isComplete = false;
                }
            }
            if (i == waiting.size() - 1 && !later.isEmpty()) {
                later.sort((one, other) -> Boolean.compare(isObject(one), isObject(other)));
                waiting.addAll(later);
                later.clear();
            }
        }
        return isComplete;
    }

    private static boolean isObject(Type.Instance instance) {
        return instance.container().qualifiedName().equals(OBJECT);
    }

    /** A type as one of its supertypes, with that one's arguments; null when it is none, or not known to be. */
    Type.@Nullable Instance as(Type.Instance type, Container supertype) {
        if (type.container() == supertype) {
            return type;
        }
        for (Type.Instance candidate : lineage(type.container()).types()) {
            if (candidate.container() == supertype) {
                return (Type.Instance) Substitution.of(type).apply(candidate);
            }
        }
        return null;
    }

    /** Everything of a name and kind that a type has, inherited or its own, nearest first. */
    List<Found> members(Type.Instance type, String name, Member.Kind kind) {
        List<Found> found = new ArrayList<>(2);
        List<Type.Instance> types = lineage(type.container()).types();
        Substitution substitution = Substitution.of(type);
        for (int i = 0; i < types.size(); i++) {
            Type.Instance at = types.get(i);
            for (Member member : questions.members(at.container(), name)) {
                if (member.kind() == kind && isInherited(member, type.container(), i)) {
                    found.add(new Found(member, (Type.Instance) substitution.apply(at), i));
                }
            }
        }
        return found;
    }

    private static boolean isInherited(Member member, Container by, int distance) {
        return distance == 0
                || !member.has(Definition.Trait.PRIVATE)
                || member.owner().file() == by.file();
    }

    /** The nested type of a name, inherited or its own. */
    @Nullable
    Container nested(Container container, String name) {
        Container own = names.ownNested(container, name);
        if (own != null || !container.definition().kind().isType()) {
            return own;
        }
        Set<Container> seen = new HashSet<>();
        seen.add(container);
        return inheritedNested(container, name, seen);
    }

    private @Nullable Container inheritedNested(Container container, String name, Set<Container> seen) {
        List<Container> waiting = new ArrayList<>(List.of(container));
        for (int i = 0; i < waiting.size() && i < MOST_SUPERTYPES; i++) {
            for (Type supertype : direct(waiting.get(i))) {
                if (supertype instanceof Type.Instance instance && seen.add(instance.container())) {
                    Container found = names.ownNested(instance.container(), name);
                    if (found != null) {
                        return found;
                    }
                    waiting.add(instance.container());
                }
            }
        }
        return null;
    }

    /** The one method without a body that a functional interface has; null when it is none. */
    @Nullable
    Found function(Type.Instance type) {
        DefinitionKind kind = type.container().definition().kind();
        if (kind != DefinitionKind.INTERFACE) {
            return null;
        }
        Found only = null;
        Substitution substitution = Substitution.of(type);
        List<Type.Instance> types = lineage(type.container()).types();
        for (int i = 0; i < types.size(); i++) {
            Type.Instance at = types.get(i);
            if (isObject(at)) {
                continue;
            }
            for (Member method : at.container().abstractMethods()) {
                if (isOfObject(method)) {
                    continue;
                }
                if (only == null) {
                    only = new Found(method, (Type.Instance) substitution.apply(at), i);
                } else if (!only.member().name().equals(method.name()) && !isImplemented(types, i, method)) {
                    return null;
                }
            }
        }
        return only;
    }

    /** Whether a nearer interface gives an abstract method a body. */
    private boolean isImplemented(List<Type.Instance> types, int distance, Member method) {
        for (int i = 0; i < distance; i++) {
            for (Member nearer : questions.members(types.get(i).container(), method.name())) {
                if (nearer.kind() == Member.Kind.CALLABLE && !nearer.has(Definition.Trait.ABSTRACT)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfObject(Member method) {
        return switch (method.name()) {
            case "equals" -> method.accepts(1);
            case "hashCode", "toString" -> method.accepts(0);
            default -> false;
        };
    }
}
