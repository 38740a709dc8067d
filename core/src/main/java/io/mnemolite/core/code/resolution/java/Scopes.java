package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileExports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type names mean in the scopes of the file that is resolved, local types included. */
final class Scopes {

    private final FileFacts facts;
    private final FileExports own;
    private final TypeNames names;
    private final Map<Container, Integer> scopes = new HashMap<>();
    private final Map<Integer, List<Integer>> localTypes = new HashMap<>();
    private final List<Map<String, Type>> known = new ArrayList<>();

    Scopes(FileFacts facts, FileExports own, TypeNames names) {
        this.facts = facts;
        this.own = own;
        this.names = names;
        for (int i = 0; i < facts.scopes().size(); i++) {
            Scope scope = facts.scopes().get(i);
            known.add(new HashMap<>(4));
            Container container = own.byDefinition().get(scope.definition());
            if (container != null && (scope.kind() == Scope.Kind.TYPE || scope.kind() == Scope.Kind.FILE)) {
                scopes.put(container, i);
            }
        }
        for (int i = 0; i < facts.definitions().size(); i++) {
            Definition definition = facts.definitions().get(i);
            if (definition.has(Trait.LOCAL) && !definition.has(Trait.ANONYMOUS)) {
                localTypes
                        .computeIfAbsent(definition.scope(), absent -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** The scope of a container of this file. */
    int scopeOf(Container container) {
        return scopes.getOrDefault(container, 0);
    }

    /** The type whose scope this is; null of another kind of scope. */
    @Nullable
    Container typeOf(Scope scope) {
        return scope.kind() == Scope.Kind.TYPE ? own.byDefinition().get(scope.definition()) : null;
    }

    /** The nearest type around a scope; null outside of all. */
    @Nullable
    Container typeAround(int scope) {
        for (int at = scope; at >= 0; at = facts.scopes().get(at).parent()) {
            Container container = typeOf(facts.scopes().get(at));
            if (container != null) {
                return container;
            }
        }
        return null;
    }

    Type resolve(TypeRef type, int scope) {
        return TypeNames.resolve(type, name -> named(name, scope), 0);
    }

    /** What a name, qualified or not, means in a scope. */
    Type named(String name, int scope) {
        Map<String, Type> inScope = known.get(scope);
        Type found = inScope.get(name);
        if (found == null) {
            // A name that is asked for while it is looked up, as in class A extends A.B, means nothing.
            inScope.put(name, Type.UNKNOWN);
            found = names.dotted(name, own.context(), first -> simple(first, scope));
            inScope.put(name, found);
        }
        return found;
    }

    private Type simple(String name, int from) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            for (int local : localTypes.getOrDefault(at, List.of())) {
                Container container = own.byDefinition().get(local);
                if (container != null && container.definition().name().equals(name)) {
                    return Type.Instance.of(container);
                }
            }
            Type found = in(scope, name, at);
            if (found != null) {
                return found;
            }
        }
        return names.inFile(name, own.context());
    }

    private @Nullable Type in(Scope scope, String name, int at) {
        return switch (scope.kind()) {
            case TYPE -> {
                Container container = typeOf(scope);
                yield container == null ? null : names.within(name, container);
            }
            case FUNCTION -> {
                Container around = typeAround(at);
                Definition method = facts.definitions().get(scope.definition());
                yield around == null ? null : names.variable(method, name, new TypeNames.Place(around, method));
            }
            case FILE, LAMBDA, BLOCK -> null;
        };
    }
}
