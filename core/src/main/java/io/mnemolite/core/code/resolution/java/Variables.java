package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a simple name stands for where it is used as a value: a variable, a field, else a type or package. */
final class Variables {

    private final FileFacts facts;
    private final FileContext file;
    private final Questions questions;
    private final Scopes scopes;
    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Types types;
    private final Values values;
    private final Map<Binding, Type> known = new IdentityHashMap<>();

    /** What an expression's value is in a scope, at a position. */
    interface Values {

        Type of(Expression expression, int scope, int position);
    }

    Variables(
            FileFacts facts,
            Questions questions,
            Scopes scopes,
            TypeNames names,
            Hierarchy hierarchy,
            Types types,
            Values values) {
        this.facts = facts;
        this.file = questions.own().context();
        this.questions = questions;
        this.scopes = scopes;
        this.names = names;
        this.hierarchy = hierarchy;
        this.types = types;
        this.values = values;
    }

    Type named(String name, int from, int position) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            if (scope.kind() == Scope.Kind.TYPE) {
                Container container = scopes.typeOf(scope);
                Type field = container == null ? null : field(instance(container), name);
                if (field != null) {
                    return field;
                }
                continue;
            }
            Binding latest = null;
            for (Binding binding : scope.bindings()) {
                boolean isKnown = binding.position() == 0 || binding.position() < position;
                if (isKnown
                        && binding.name().equals(name)
                        && (latest == null || latest.position() <= binding.position())) {
                    latest = binding;
                }
            }
            if (latest != null) {
                return type(latest, at);
            }
        }
        Type imported = imported(name);
        return imported != null ? imported : typeOrPackage(name, scopes.named(name, from));
    }

    /** An object of a type within the type itself. */
    Type.Instance instance(Container container) {
        List<Type> own = new ArrayList<>();
        container.definition().typeParameters().forEach(parameter -> {
            Type.Variable variable = names.variable(container, parameter.name());
            own.add(variable == null ? Type.UNKNOWN : variable);
        });
        return new Type.Instance(container, own);
    }

    /** The type of a field, inherited or own; null when there is none. */
    @Nullable
    Type field(Type.Instance type, String name) {
        List<Hierarchy.Found> found = hierarchy.members(type, name, Member.Kind.FIELD);
        if (found.isEmpty()) {
            return null;
        }
        Hierarchy.Found first = found.getFirst();
        return Substitution.of(first.owner()).apply(types.declared(first.member()));
    }

    private Type type(Binding binding, int scope) {
        Type type = known.get(binding);
        if (type == null) {
            // A variable that is needed to tell its own type is of no known type.
            known.put(binding, Type.UNKNOWN);
            if (binding.type() != null) {
                type = scopes.resolve(binding.type(), scope);
            } else if (binding.value() != null) {
                type = values.of(binding.value(), scope, binding.position());
            } else {
                type = Type.UNKNOWN;
            }
            known.put(binding, type);
        }
        return type;
    }

    private @Nullable Type imported(String name) {
        for (Import statement : questions.imports(file)) {
            boolean mayHold = statement.kind() == Import.Kind.STATIC_ON_DEMAND
                    || (statement.kind() == Import.Kind.STATIC
                            && statement.alias().equals(name));
            Container owner = mayHold ? owner(statement) : null;
            Type field = owner == null ? null : field(Type.Instance.of(owner), name);
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    private @Nullable Container owner(Import statement) {
        return names.qualified(statement.target(), file) instanceof Type.Instance instance
                ? instance.container()
                : null;
    }

    /** A name that is no variable: a type as far as it was found or is written as one, else a package. */
    static Type typeOrPackage(String name, Type type) {
        if (TypeNames.isFound(type)) {
            return new Type.Static(type);
        }
        return Character.isUpperCase(name.charAt(0)) ? new Type.Static(type) : new Type.Package(name);
    }
}
