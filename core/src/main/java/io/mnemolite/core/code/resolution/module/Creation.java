package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;

/** What is called when an object of a type is created. */
final class Creation {

    private final Family family;
    private final Questions questions;
    private final Inheritance inheritance;

    Creation(Family family, Questions questions, Inheritance inheritance) {
        this.family = family;
        this.questions = questions;
        this.inheritance = inheritance;
    }

    /** The constructors that take what a site hands over; the type itself where it shows none. */
    List<SymbolId> of(CallSite site, Value.Type type) {
        if (type.parts().getFirst().definition().kind() == DefinitionKind.INTERFACE) {
            // What is created is a value of the same name.
            return List.of();
        }
        if (family.equals(Family.SCALA)) {
            return ofScala(site, type);
        }
        Value.Callable constructor = inheritance.constructor(type.parts());
        List<SymbolId> constructors = constructor == null
                ? List.of()
                : Value.Callable.symbols(constructor.taking(site).stream()
                        .filter(each -> !each.definition().has(Trait.STATIC))
                        .toList());
        if (family.equals(Family.C)) {
            constructors = withInherited(constructors, site, type.parts());
        }
        Definition head = type.parts().getFirst().definition();
        boolean takes = !head.parameters().isEmpty()
                && head.minimumArity() <= site.arity()
                && site.arity() <= head.maximumArity();
        if (!constructors.isEmpty() && !takes) {
            return constructors;
        }
        List<Container> whole = inheritance.whole(type.parts());
        SymbolId symbol = head(whole, type).symbol();
        List<SymbolId> all = new ArrayList<>(constructors);
        if (symbol != null && !Inheritance.isOfElsewhere(whole)) {
            // Kotlin: a constructor in the head of the type.
            all.addFirst(symbol);
        }
        return all;
    }

    /** C++: those of the supertypes as well, where a type says so. */
    private List<SymbolId> withInherited(List<SymbolId> constructors, CallSite site, List<Container> parts) {
        if (inheritance.field(parts, LinkedName.CONSTRUCTORS) == null) {
            return constructors;
        }
        List<SymbolId> all = new ArrayList<>(constructors);
        for (List<Container> supertype :
                inheritance.lineage(parts).types().stream().skip(1).toList()) {
            Value.Callable inherited = inheritance.constructor(supertype);
            if (inherited != null) {
                Value.Callable.symbols(inherited.taking(site)).stream()
                        .filter(symbol -> !all.contains(symbol))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Scala: a class that is created, or what the object of its name has for being called; both bear one name. */
    private List<SymbolId> ofScala(CallSite site, Value.Type type) {
        List<Container> objects = new ArrayList<>();
        List<Container> classes = new ArrayList<>();
        for (Container part : inheritance.whole(type.parts())) {
            (part.definition().has(Trait.STATIC) ? objects : classes).add(part);
        }
        if (site.form() != CallSite.Form.NEW
                && !objects.isEmpty()
                && inheritance.member(objects, "apply", false) instanceof Value.Callable apply) {
            List<SymbolId> applied = Value.Callable.symbols(apply.taking(site));
            if (!applied.isEmpty()) {
                return applied;
            }
        }
        boolean isCreated = site.form() == CallSite.Form.NEW;
        List<SymbolId> created = new ArrayList<>();
        for (Container part : classes) {
            Definition head = part.definition();
            boolean takes = head.minimumArity() <= site.arity() && site.arity() <= head.maximumArity();
            // Without the word "new" only what can be created is called: an abstract class has an object for that.
            if (part.symbol() != null && (takes || site.arity() < 0) && (isCreated || !head.has(Trait.ABSTRACT))) {
                created.add(part.symbol());
            }
            for (Member member : isCreated ? questions.members(part, "this") : List.<Member>of()) {
                if (member.symbol() != null && member.accepts(site.arity())) {
                    created.add(member.symbol());
                }
            }
        }
        return created;
    }

    /** The part of a type that declares it; the others only add to it. */
    Container head(Value.Type type) {
        return head(inheritance.whole(type.parts()), type);
    }

    private static Container head(List<Container> whole, Value.Type type) {
        return whole.stream()
                .filter(part -> !part.definition().has(Trait.IMPLICIT)
                        && !part.definition().has(Trait.PART))
                .findFirst()
                .orElse(type.parts().getFirst());
    }
}
