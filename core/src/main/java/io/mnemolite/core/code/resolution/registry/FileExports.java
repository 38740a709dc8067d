package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.SymbolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one file with their members.
 *
 * @param byDefinition the container of each definition that is one; null of the others
 * @param names all that it defines
 */
public record FileExports(
        FileContext context, List<SymbolId> symbols, List<@Nullable Container> byDefinition, Set<DefinedName> names) {

    /** All that the file defines, local types included, for its own resolution. */
    static FileExports whole(String repository, FileFacts facts) {
        return of(repository, facts, true, Interning.none());
    }

    /** What other files can see of it. */
    static FileExports visible(String repository, FileFacts facts, Interning interning) {
        return of(repository, facts, false, interning);
    }

    private static FileExports of(String repository, FileFacts facts, boolean withLocal, Interning interning) {
        List<Import> imports = facts.imports().stream()
                .filter(statement -> statement.scope() == 0)
                .map(interning::of)
                .toList();
        FileContext context = new FileContext(
                Family.of(facts.language()), facts.path(), facts.isTest(), false, facts.module(), imports);
        List<SymbolId> symbols = SymbolId.of(repository, facts);
        List<@Nullable Container> containers = new ArrayList<>();
        for (int i = 0; i < facts.definitions().size(); i++) {
            Definition definition = facts.definitions().get(i);
            Container owner = definition.owner() < 0 ? null : containers.get(definition.owner());
            boolean isVisible = definition.owner() < 0 || owner != null;
            containers.add(null);
            if (!isVisible && !(withLocal && definition.kind().isType())) {
                continue;
            }
            if (definition.kind().isType() || definition.kind() == DefinitionKind.MODULE) {
                if (definition.has(Definition.Trait.LOCAL) && !withLocal) {
                    continue;
                }
                Container around = owner != null ? owner : around(facts, definition, containers);
                Container container = new Container(context, interning.of(definition), symbols.get(i), around);
                containers.set(i, container);
                context.add(container);
                boolean isOffered = withLocal || !isOfItsFile(definition, context);
                if (owner != null && isOffered && !definition.has(Definition.Trait.LOCAL)) {
                    owner.add(Member.type(owner, container));
                }
            } else if (owner != null
                    && (withLocal || !isOfItsFile(definition, context))
                    && (owner.definition().kind().isType() || isNamedAlone(definition))) {
                owner.add(Member.callable(owner, interning.of(definition), symbols.get(i)));
            }
        }
        new LinkedContainers(context, symbols, containers, interning).add(facts);
        OutsideView view = OutsideView.of(facts);
        for (Scope scope : facts.scopes()) {
            if (scope.kind() == Scope.Kind.FUNCTION) {
                result(facts, view, scope, containers, interning);
                continue;
            }
            boolean isModule = scope.kind() == Scope.Kind.FILE;
            Container container = containers.get(scope.definition());
            if (container != null && (scope.kind() == Scope.Kind.TYPE || isModule)) {
                for (Binding binding : scope.bindings()) {
                    Expression value = binding.value() == null ? null : view.of(binding.value());
                    container.add(Member.field(
                            container,
                            interning.of(binding.name()),
                            binding.isStatic() || isModule,
                            interning.ofNullable(binding.type()),
                            value));
                }
            }
        }
        Set<DefinedName> names = withLocal ? Set.of() : DefinedName.of(facts, interning);
        return new FileExports(context, symbols, containers, names);
    }

    /** Whether only its own file sees it, of all files of a package. */
    private static boolean isOfItsFile(Definition definition, FileContext file) {
        return definition.owner() == 0
                && definition.has(Definition.Trait.PRIVATE)
                && file.family().hasPackages();
    }

    /** What a function returns without declaring it, as a field beside it. */
    private static void result(
            FileFacts facts, OutsideView view, Scope scope, List<@Nullable Container> containers, Interning interning) {
        Definition definition = facts.definitions().get(scope.definition());
        Container owner = definition.owner() < 0 ? null : containers.get(definition.owner());
        if (owner == null) {
            return;
        }
        for (Binding binding : scope.bindings()) {
            if (binding.name().equals(Definition.RESULT) && binding.value() != null) {
                Expression value = view.ofResult(scope, binding.value());
                if (value != null) {
                    String name = interning.of(definition.name() + Definition.RESULT);
                    owner.add(Member.field(owner, name, true, null, value));
                }
            }
        }
    }

    /** A method that no type is around is one of an object, and its bare name means nothing. */
    private static boolean isNamedAlone(Definition definition) {
        return definition.kind() != DefinitionKind.METHOD;
    }

    /** The type around a local type, which lies further out than the function around it. */
    private static @Nullable Container around(
            FileFacts facts, Definition definition, List<@Nullable Container> containers) {
        int owner = definition.owner();
        while (owner >= 0 && containers.get(owner) == null) {
            owner = facts.definitions().get(owner).owner();
        }
        return owner < 0 ? null : containers.get(owner);
    }
}
