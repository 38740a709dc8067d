package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What bare names stand for within the file that is resolved. */
final class LocalNames {

    private final FileFacts facts;
    private final Questions questions;
    private final FileContext file;
    private final Names names;
    private final Inheritance inheritance;
    private final ScopeNames scopes;
    private final Evaluation evaluation;
    private final IdentityHashMap<Binding, Value> known = new IdentityHashMap<>();

    /** What an expression stands for in a scope. */
    interface Evaluation {
        Value of(Expression expression, int scope, int position);
    }

    LocalNames(FileFacts facts, Questions questions, Names names, ScopeNames scopes, Evaluation evaluation) {
        this.facts = facts;
        this.questions = questions;
        this.file = questions.own().context();
        this.names = names;
        this.inheritance = names.inheritance();
        this.scopes = scopes;
        this.evaluation = evaluation;
    }

    /** What a bare name stands for in a scope. The innermost binding wins, whatever it is. */
    Lookup.Named named(String name, int from, int position) {
        boolean isSure = true;
        for (int at = from; at > 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            boolean isNamespace = facts.definitions().get(scope.definition()).kind() == DefinitionKind.MODULE;
            if (scope.kind() == Scope.Kind.TYPE && !isNamespace) {
                Value member = at == from || file.family().hasImplicitSelf() ? implicit(name, scope) : null;
                if (member != null) {
                    return new Lookup.Named(member, Rule.ENCLOSING_TYPE);
                }
                // It may be inherited from what is not known.
                isSure &= !file.family().hasImplicitSelf() || isComplete(scope);
                continue;
            }
            // Kotlin: it may be a member of what is handed to a function without a name.
            isSure &= scope.kind() != Scope.Kind.LAMBDA || !file.family().equals(Family.KOTLIN) || at == from;
            Value local = local(name, at, position);
            if (local != null) {
                return new Lookup.Named(local, Rule.SCOPE, isSure);
            }
            Value inNamespace = isNamespace && scope.kind() == Scope.Kind.TYPE ? ofNamespace(name, scope) : null;
            if (inNamespace != null) {
                return new Lookup.Named(inNamespace, Rule.PACKAGE, isSure);
            }
            if (isNamespace && scope.kind() == Scope.Kind.TYPE && file.family().equals(Family.RUST)) {
                // A module does not see what is around it.
                Value imported = imported(name, from, at);
                return new Lookup.Named(
                        imported == null ? names.ofLanguage(name, file) : imported, Rule.WILDCARD_IMPORT);
            }
            Value member = scope.kind() == Scope.Kind.FUNCTION && file.family().hasImplicitSelf()
                    ? ofReceiver(name, scope, at)
                    : null;
            if (member != null) {
                return new Lookup.Named(member, Rule.ENCLOSING_TYPE);
            }
        }
        Value top = local(name, 0, position);
        if (top != null) {
            return new Lookup.Named(top, Rule.SCOPE, isSure);
        }
        Value inner = imported(name, from, 1);
        if (inner != null) {
            return new Lookup.Named(inner, Rule.WILDCARD_IMPORT, isSure);
        }
        Value outside = names.visible(name, file);
        Rule rule = outside instanceof Value.Callable callable
                        && !callable.file().path().equals(file.path())
                ? file.family().hasPackages() ? Rule.PACKAGE : Rule.WILDCARD_IMPORT
                : Rule.IMPORT;
        return new Lookup.Named(outside, rule, isSure);
    }

    private boolean isComplete(Scope type) {
        Container container = questions.own().byDefinition().get(type.definition());
        return container == null || inheritance.lineage(List.of(container)).isComplete();
    }

    /** What is imported as a whole in a scope within the file, innermost first. */
    private @Nullable Value imported(String name, int from, int until) {
        for (int at = from; at >= until; at = facts.scopes().get(at).parent()) {
            for (Import statement : scopes.imports(at)) {
                Value found = names.onDemand(statement, name, file);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** C++: what another file defines in a namespace of this one. */
    private @Nullable Value ofNamespace(String name, Scope scope) {
        Container namespace = questions.own().byDefinition().get(scope.definition());
        return namespace != null && file.family().equals(Family.C)
                ? names.inNamespace(namespace.localName(), name, file)
                : null;
    }

    private @Nullable Value implicit(String name, Scope scope) {
        Container container = questions.own().byDefinition().get(scope.definition());
        return container == null ? null : bare(container, name);
    }

    /** A member of what a function is added to or belongs to that is defined outside of its type. */
    private @Nullable Value ofReceiver(String name, Scope function, int scope) {
        Binding self = file.family().equals(Family.KOTLIN) ? scopes.binding(function, "this", 0) : null;
        return self != null && value(self, scope) instanceof Value.Instance instance
                ? inheritance.member(instance.parts(), name, false)
                : ofOwner(name, function);
    }

    /** C++: a member of the type whose method is defined outside of it. */
    private @Nullable Value ofOwner(String name, Scope function) {
        int owner = facts.definitions().get(function.definition()).owner();
        Container container = owner < 0 ? null : questions.own().byDefinition().get(owner);
        return container == null
                        || !container.definition().kind().isType()
                        || facts.scopes().get(function.parent()).definition() == owner
                ? null
                : bare(container, name);
    }

    /** A member that a bare name may mean, which a constructor's never does: it is that of the type. */
    private @Nullable Value bare(Container container, String name) {
        Value member = inheritance.member(List.of(container), name, false);
        boolean isConstructor = member instanceof Value.Callable callable
                && callable.definition().kind() == DefinitionKind.CONSTRUCTOR;
        return isConstructor ? null : member;
    }

    private @Nullable Value local(String name, int scope, int position) {
        Import first = file.family().equals(Family.KOTLIN) ? scopes.statement(name, scope) : null;
        if (first != null) {
            // It has precedence over what the file defines.
            return names.imported(first, file);
        }
        int defined = scopes.definition(name, scope);
        if (defined >= 0) {
            Value value = defined(defined, facts.definitions().get(defined));
            return value instanceof Value.Callable && file.family().hasOverloads() ? overloads(name, scope) : value;
        }
        Import statement = scopes.statement(name, scope);
        boolean isHidden =
                statement != null && file.family().equals(Family.SWIFT) && names.ofPackages(name, file) != null;
        if (statement != null && !isHidden) {
            return names.imported(statement, file);
        }
        Binding binding = scopes.binding(facts.scopes().get(scope), name, position);
        return binding == null ? null : value(binding, scope);
    }

    private Value overloads(String name, int scope) {
        List<Value.Callable> all = new ArrayList<>();
        for (int index : scopes.functions(name, scope)) {
            if (defined(index, facts.definitions().get(index)) instanceof Value.Callable callable) {
                all.add(callable);
            }
        }
        if (scope == 0
                && file.family().hasPackages()
                && names.ofPackages(name, file) instanceof Value.Callable others) {
            others.taking(-1).stream().filter(other -> other.file() != file).forEach(all::add);
        }
        return all.isEmpty() ? Value.UNKNOWN : Value.Callable.first(all);
    }

    private Value defined(int index, Definition definition) {
        Container container = questions.own().byDefinition().get(index);
        if (container != null) {
            return definition.kind() == DefinitionKind.MODULE
                    ? new Value.Module(List.of(container))
                    : new Value.Type(List.of(container));
        }
        boolean isType =
                definition.kind() == DefinitionKind.MODULE || definition.kind().isType();
        if (isType || definition.has(Trait.REASSIGNED)) {
            return Value.UNKNOWN;
        }
        return new Value.Callable(questions.own().symbols().get(index), definition, file, List.of());
    }

    Value value(Binding binding, int scope) {
        Value value = known.get(binding);
        if (value == null) {
            known.put(binding, Value.UNKNOWN);
            value = binding.type() != null
                    ? typed(binding.type(), scope)
                    : binding.value() == null
                            ? Value.UNKNOWN
                            : evaluation.of(binding.value(), scope, binding.position());
            known.put(binding, value);
        }
        return value;
    }

    Value typed(TypeRef type, int scope) {
        // Types are mostly those of the file; a local one of the same name is found by its scope.
        Lookup.Named local = type.name().indexOf('.') < 0 && type.arguments().isEmpty()
                ? named(type.name(), scope, Integer.MAX_VALUE)
                : new Lookup.Named(null, Rule.SCOPE);
        return local.value() instanceof Value.Type found
                ? new Value.Instance(found.parts())
                : names.instance(type, file);
    }
}
