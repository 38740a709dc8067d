package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types with all that they inherit, and their members. */
final class Inheritance {

    private static final int MOST_SUPERTYPES = 60;
    private final Questions questions;
    private final Names names;
    private final Map<Container, List<Value>> supertypes = new HashMap<>();
    private final Map<List<Container>, Lineage> lineages = new HashMap<>();

    Inheritance(Questions questions, Names names) {
        this.questions = questions;
        this.names = names;
    }

    /**
     * All types that a type consists of and inherits from, nearest first; what is missing of an incomplete one is left out.
     *
     * @param isMissingOutside whether all that is missing lies outside of the repository for certain
     */
    record Lineage(List<List<Container>> types, boolean isComplete, boolean isMissingOutside) {}

    Lineage lineage(List<Container> parts) {
        Lineage known = lineages.get(parts);
        if (known == null) {
            List<List<Container>> all = new ArrayList<>();
            List<Value> missing = new ArrayList<>();
            inherit(parts, all, missing, new HashSet<>());
            // What is inherited on two ways comes after all that inherit it.
            List<List<Container>> types = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (!all.subList(i + 1, all.size()).contains(all.get(i))) {
                    types.add(all.get(i));
                }
            }
            known = new Lineage(types, missing.isEmpty(), missing.stream().allMatch(Value.EXTERNAL::equals));
            lineages.put(parts, known);
        }
        return known;
    }

    private void inherit(
            List<Container> parts, List<List<Container>> types, List<Value> missing, Set<Container> below) {
        List<Container> at = whole(parts);
        if (at.isEmpty() || types.size() >= MOST_SUPERTYPES || !below.add(at.getFirst())) {
            return;
        }
        types.add(at);
        if (isOfElsewhere(at)) {
            missing.add(Value.UNSEEN);
        }
        for (Container part : at) {
            for (Value supertype : supertypes(part)) {
                if (supertype instanceof Value.Type type) {
                    inherit(type.parts(), types, missing, below);
                } else {
                    missing.add(supertype);
                }
            }
        }
        below.remove(at.getFirst());
    }

    /** All parts of a type: in Go any file of its package may add methods to it, elsewhere another place in its file. */
    List<Container> whole(List<Container> parts) {
        if (parts.isEmpty()) {
            return parts;
        }
        Family family = parts.getFirst().file().family();
        if (!family.hasTypesInParts()) {
            return parts;
        }
        if (family.hasPartsElsewhere() || family.equals(Family.RUBY)) {
            return joined(parts);
        }
        return sameName(parts.getFirst());
    }

    /** All of this name that are parts of one; what is declared in full in another file is another type. */
    private List<Container> sameName(Container part) {
        return questions.containers(part.qualifiedName()).stream()
                .filter(each -> each.definition().kind().isType())
                .filter(each -> each.file() == part.file() || isPart(each) || isPart(part))
                .toList();
    }

    /** Whether only parts of a type are known, but not what it declares itself. */
    static boolean isOfElsewhere(List<Container> whole) {
        return whole.stream().allMatch(Inheritance::isPart)
                && !whole.getFirst().file().family().equals(Family.CSHARP);
    }

    private static boolean isPart(Container container) {
        return container.definition().has(Trait.PART);
    }

    /** What a file declares with this name, and all that others add which mean the same by it. */
    private List<Container> joined(List<Container> parts) {
        Container first = parts.getFirst();
        String name = first.localName();
        Set<Container> all = new LinkedHashSet<>(
                names.typeNamed(name, first.file()) instanceof Value.Type type ? type.parts() : parts);
        Container head = all.iterator().next();
        all.addAll(sameName(head));
        all.addAll(parts);
        for (Container linked : questions.containers(LinkedName.part(head.localName()))) {
            Container part = questions.outer(linked);
            boolean isSame = part != null
                    && names.typeNamed(part.localName(), part.file()) instanceof Value.Type type
                    && type.parts().contains(head);
            if (isSame) {
                all.add(part);
            }
        }
        return List.copyOf(all);
    }

    List<Value> supertypes(Container part) {
        List<Value> known = supertypes.get(part);
        if (known == null) {
            supertypes.put(part, List.of());
            known = new ArrayList<>();
            for (TypeRef supertype : part.definition().supertypes()) {
                if (!supertype.name().equals("object")) {
                    TypeRef type =
                            supertype.isRequired() ? supertype.arguments().getFirst() : supertype;
                    known.add(supertype(type.name(), part));
                }
            }
            supertypes.put(part, known);
        }
        return known;
    }

    /** A supertype, which may be a type within what is around the type that names it. */
    private Value supertype(String name, Container part) {
        boolean isQualified = name.indexOf('.') >= 0;
        boolean seesAround = switch (part.file().family().name()) {
            case "python", "script", "go" -> false;
            default -> !isQualified;
        };
        for (Container around = seesAround ? part.outer() : null; around != null; around = around.outer()) {
            for (Member member : questions.members(around, name)) {
                Container nested = member.nested();
                if (nested != null
                        && nested != part
                        && nested.definition().kind().isType()) {
                    return new Value.Type(List.of(nested));
                }
            }
        }
        return names.typeNamed(name, part.file());
    }

    /** The nearest method of a type itself, inherited or own. */
    Value.@Nullable Callable ofType(List<Container> parts, String name) {
        return nearest(parts, name, true);
    }

    /** The nearest method of a type, inherited or own. */
    Value.@Nullable Callable method(List<Container> parts, String name) {
        return nearest(parts, name, false);
    }

    private Value.@Nullable Callable nearest(List<Container> parts, String name, boolean isOfType) {
        for (List<Container> type : lineage(parts).types()) {
            for (Container part : type) {
                for (Member member : questions.members(part, name)) {
                    if (member.kind() == Member.Kind.CALLABLE
                            && (!isOfType || member.has(Trait.STATIC))
                            && ModuleMembers.callable(member, type) instanceof Value.Callable method) {
                        return method;
                    }
                }
            }
        }
        return null;
    }

    /** A member of a type, inherited or own; null when it has none of this name. */
    @Nullable
    Value member(List<Container> parts, String name, boolean onlyInherited) {
        List<List<Container>> types = lineage(parts).types();
        List<Value.Callable> overloads = new ArrayList<>();
        for (int i = onlyInherited ? 1 : 0; i < types.size(); i++) {
            for (Container part : types.get(i)) {
                for (Member member : questions.members(part, name)) {
                    if (member.kind() == Member.Kind.CALLABLE
                            && part.file().family().hasOverloads()
                            && ModuleMembers.callable(member, types.get(i)) instanceof Value.Callable callable) {
                        overloads.add(callable);
                        continue;
                    }
                    if (!overloads.isEmpty()) {
                        continue;
                    }
                    if (member.nested() != null) {
                        List<Container> nested = List.of(member.nested());
                        // A type that is written in place is that of a field of the same name.
                        return member.has(Trait.ANONYMOUS) ? new Value.Instance(nested) : new Value.Type(nested);
                    }
                    if (member.kind() == Member.Kind.CALLABLE) {
                        return ModuleMembers.callable(member, types.get(i));
                    }
                    return member.type() == null ? null : names.instance(member.type(), part.file());
                }
            }
        }
        return overloads.isEmpty() ? null : Value.Callable.first(overloads);
    }

    /** What creates an object of a type; null when the text shows nothing. */
    Value.@Nullable Callable constructor(List<Container> parts) {
        Container first = parts.getFirst();
        String name = switch (first.file().family().name()) {
            case "python" -> "__init__";
            case "script", "kotlin" -> "constructor";
            case "ruby" -> "initialize";
            case "swift" -> "init";
            case "php" -> "__construct";
            default -> first.definition().name();
        };
        return member(parts, name, false) instanceof Value.Callable constructor
                        && (constructor.definition().kind() == DefinitionKind.CONSTRUCTOR
                                || !name.equals(first.definition().name()))
                ? constructor
                : null;
    }

    /** The field of this name, for its value. */
    @Nullable
    Member field(List<Container> parts, String name) {
        for (List<Container> type : lineage(parts).types()) {
            for (Container part : type) {
                for (Member member : questions.members(part, name)) {
                    if (member.kind() == Member.Kind.FIELD) {
                        return member;
                    }
                }
            }
        }
        return null;
    }
}
