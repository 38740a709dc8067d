package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.resolution.edge.CalleeText;
import io.mnemolite.core.code.resolution.registry.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which definition, import or binding of a scope has a name. */
final class ScopeNames {

    private final FileFacts facts;
    private final Family family;
    private final Map<Integer, List<Integer>> definitions = new HashMap<>();
    private final Map<Integer, List<Import>> imports = new HashMap<>();

    ScopeNames(FileFacts facts) {
        this.facts = facts;
        this.family = Family.of(facts.language());
        for (int i = 1; i < facts.definitions().size(); i++) {
            definitions
                    .computeIfAbsent(facts.definitions().get(i).scope(), absent -> new ArrayList<>())
                    .add(i);
        }
        for (Import statement : facts.imports()) {
            imports.computeIfAbsent(statement.scope(), absent -> new ArrayList<>())
                    .add(statement);
        }
    }

    /** The index of the definition of this name; negative when there is none. Of several the last one holds. */
    int definition(String name, int scope) {
        int found = -1;
        for (int i : definitions.getOrDefault(scope, List.of())) {
            Definition definition = facts.definitions().get(i);
            // A method that no type is around is one of an object, and its bare name means nothing; a constructor's is
            // the type's.
            boolean isMethod =
                    definition.kind() == DefinitionKind.METHOD || definition.kind() == DefinitionKind.CONSTRUCTOR;
            boolean isDeclared = !definition.has(Trait.IMPLICIT) && !definition.has(Trait.PART);
            if (definition.name().equals(name) && isDeclared && !isMethod) {
                found = i;
            }
        }
        return found;
    }

    /** The indices of the functions of this name, in the order of the file. */
    List<Integer> functions(String name, int scope) {
        return definitions.getOrDefault(scope, List.of()).stream()
                .filter(i -> facts.definitions().get(i).name().equals(name)
                        && facts.definitions().get(i).kind() == DefinitionKind.FUNCTION)
                .toList();
    }

    /** The name of what a site calls in the file that defines it: not the one that an import gives it here. */
    String definedName(CallSite site) {
        for (int at = site.receiver() == null ? site.scope() : -1;
                at >= 0;
                at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            Import statement = statement(site.name(), at);
            boolean isDefined = definition(site.name(), at) >= 0;
            if (statement != null && !isDefined) {
                return statement.kind() == Import.Kind.NAMED ? statement.name() : CalleeText.name(site);
            }
            boolean isBound = isDefined || binding(scope, site.name(), site.position()) != null;
            if (isBound && scope.kind() != Scope.Kind.TYPE) {
                break;
            }
        }
        return CalleeText.name(site);
    }

    /** The imports of a scope. */
    List<Import> imports(int scope) {
        return imports.getOrDefault(scope, List.of());
    }

    /** The import that binds this name. */
    @Nullable
    Import statement(String name, int scope) {
        for (Import statement : imports(scope)) {
            boolean binds = statement.kind() != Import.Kind.RE_EXPORT && statement.kind() != Import.Kind.RE_EXPORT_ALL;
            if (binds && statement.alias().equals(name)) {
                return statement;
            }
        }
        return null;
    }

    /** Whether a bare name is one of a variable or parameter of a function. */
    boolean isVariable(String name, int from) {
        for (int at = from; at > 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            if (scope.bindings().stream().anyMatch(binding -> binding.name().equals(name))) {
                return isOfFunction(scope);
            }
        }
        return false;
    }

    /** Whether a bare name is a parameter, of which nobody knows what it holds even where it is given a default. */
    boolean isParameter(String name, int from) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            for (Binding binding : facts.scopes().get(at).bindings()) {
                if (binding.name().equals(name)) {
                    return binding.kind() == Binding.Kind.PARAMETER || binding.kind() == Binding.Kind.LAMBDA_PARAMETER;
                }
            }
        }
        return false;
    }

    /** The binding of this name that holds at a position; where names are hoisted, the first one also before it. */
    @Nullable
    Binding binding(Scope scope, String name, int position) {
        Binding latest = null;
        Binding first = null;
        for (Binding binding : scope.bindings()) {
            if (binding.name().equals(name)) {
                first = first == null ? binding : first;
                boolean isKnown = binding.position() <= position;
                latest = isKnown && (latest == null || binding.position() >= latest.position()) ? binding : latest;
            }
        }
        boolean isHoisted = family.isHoisting() || !isOfFunction(scope);
        if (latest != null && latest.kind() == Binding.Kind.ENDED) {
            return null;
        }
        return latest == null && isHoisted ? first : latest;
    }

    private static boolean isOfFunction(Scope scope) {
        return switch (scope.kind()) {
            case FUNCTION, LAMBDA, BLOCK -> true;
            case FILE, TYPE -> false;
        };
    }
}
