package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import java.util.HashSet;
import java.util.Set;

/** A simple name that a file defines, wherever in it. */
record DefinedName(Naming naming, String name) {

    /** That there are files of a language at all. */
    static DefinedName language(Family family) {
        return new DefinedName(Naming.MODULE, "language " + family.name());
    }

    /** All of a file. */
    static Set<DefinedName> of(FileFacts facts, Interning interning) {
        Set<DefinedName> names = new HashSet<>();
        Family family = Family.of(facts.language());
        if (!family.neighbours().isEmpty()) {
            names.add(language(family));
        }
        for (Definition definition : facts.definitions()) {
            if (definition.kind().isType() && definition.has(Definition.Trait.PART)) {
                // What only adds to a type is no proof that the type is one of the repository.
                continue;
            }
            names.add(new DefinedName(Naming.of(definition.kind()), interning.of(definition.name())));
        }
        for (Scope scope : facts.scopes()) {
            if (scope.kind() == Scope.Kind.FILE || scope.kind() == Scope.Kind.TYPE) {
                for (Binding binding : scope.bindings()) {
                    if (binding.value() instanceof Expression.TypeName) {
                        // Another name for a type.
                        names.add(new DefinedName(Naming.ALONE, interning.of(binding.name())));
                    }
                }
            }
        }
        for (String part : facts.module().split("[./]", -1)) {
            names.add(new DefinedName(Naming.MODULE, interning.of(part)));
        }
        return Set.copyOf(names);
    }
}
