package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.SymbolId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file offers under a {@link LinkedName}. The container around each is what it stands for. */
final class LinkedContainers {

    private final FileContext context;
    private final List<SymbolId> symbols;
    private final List<@Nullable Container> containers;
    private final Interning interning;

    LinkedContainers(
            FileContext context, List<SymbolId> symbols, List<@Nullable Container> containers, Interning interning) {
        this.context = context;
        this.symbols = symbols;
        this.containers = containers;
        this.interning = interning;
    }

    /** Adds those of a file to its context. */
    void add(FileFacts facts) {
        Container module = containers.getFirst();
        if (!context.family().hasPartsElsewhere() || module == null) {
            return;
        }
        for (int i = 1; i < facts.definitions().size(); i++) {
            Definition definition = facts.definitions().get(i);
            Container container = containers.get(i);
            String name = definition
                    .qualifiedName()
                    .substring(Math.min(
                            definition.qualifiedName().length(),
                            context.module().length() + 1));
            if (container != null && definition.has(Definition.Trait.PART)) {
                context.add(linked(LinkedName.part(name), definition, symbols.get(i), container));
            } else if (isLinked(definition)) {
                Container owner = containers.get(definition.owner());
                if (owner != null && (!owner.definition().kind().isType() || isPart(owner))) {
                    Container function = linked(LinkedName.function(name), definition, symbols.get(i), owner);
                    function.add(Member.callable(function, interning.of(definition), symbols.get(i)));
                    context.add(function);
                }
            }
        }
        if (context.family().equals(Family.C)) {
            String path = context.path();
            String name = path.substring(path.lastIndexOf('/') + 1);
            context.add(linked(LinkedName.file(name), module.definition(), symbols.getFirst(), module));
        }
    }

    /** C: whether other files can call it by its name. */
    private boolean isLinked(Definition definition) {
        return context.family().equals(Family.C)
                && definition.kind().isCallable()
                && !definition.has(Definition.Trait.STATIC)
                && !definition.has(Definition.Trait.PRIVATE)
                && !definition.has(Definition.Trait.LOCAL);
    }

    private static boolean isPart(Container owner) {
        return owner.definition().has(Definition.Trait.PART);
    }

    private Container linked(String name, Definition of, SymbolId symbol, Container around) {
        Definition definition = new Definition(
                DefinitionKind.MODULE,
                of.name(),
                name,
                0,
                0,
                Set.of(),
                List.of(),
                List.of(),
                0,
                0,
                null,
                List.of(),
                of.startLine(),
                of.endLine());
        return new Container(context, definition, symbol, around);
    }
}
