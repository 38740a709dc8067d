package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.CallSite;
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
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names and expressions stand for within the file that is resolved. */
final class Lookup {

    private static final int DEEPEST = 100;
    private static final Expression NULL = new Expression.Typed(TypeRef.NULL);

    private final FileFacts facts;
    private final Questions questions;
    private final FileContext file;
    private final Names names;
    private final Map<Integer, List<Integer>> definitions = new HashMap<>();
    private final Map<Integer, List<Import>> imports = new HashMap<>();
    private final IdentityHashMap<Binding, Value> known = new IdentityHashMap<>();
    private final @Nullable Value[] results;
    private int depth;

    /**
     * What a name stands for, and why.
     *
     * @param value null when nothing has that name
     */
    record Named(@Nullable Value value, Rule rule) {}

    Lookup(FileFacts facts, Questions questions) {
        this.facts = facts;
        this.questions = questions;
        this.file = questions.own().context();
        this.names = new Names(questions);
        this.results = new Value[facts.sites().size()];
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

    Names names() {
        return names;
    }

    /** What a bare name stands for in a scope. The innermost binding wins, whatever it is. */
    Named named(String name, int from, int position) {
        for (int at = from; at > 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            if (scope.kind() == Scope.Kind.TYPE) {
                Value member = at == from || hasImplicitSelf() ? implicit(name, scope) : null;
                if (member != null) {
                    return new Named(member, Rule.ENCLOSING_TYPE);
                }
                continue;
            }
            Value local = local(name, at, position);
            if (local != null) {
                return new Named(local, Rule.SCOPE);
            }
        }
        Value top = local(name, 0, position);
        if (top != null) {
            return new Named(top, Rule.SCOPE);
        }
        Value outside = names.inFile(name, file);
        Rule rule = outside instanceof Value.Callable callable
                        && !callable.file().path().equals(file.path())
                ? file.family().equals(Family.GO) ? Rule.PACKAGE : Rule.WILDCARD_IMPORT
                : Rule.IMPORT;
        return new Named(outside, rule);
    }

    private boolean hasImplicitSelf() {
        return !file.family().equals(Family.PYTHON)
                && !file.family().equals(Family.SCRIPT)
                && !file.family().equals(Family.GO)
                && !file.family().name().equals("rust")
                && !file.family().name().equals("php");
    }

    private @Nullable Value implicit(String name, Scope scope) {
        Container container = questions.own().byDefinition().get(scope.definition());
        return container == null ? null : names.member(List.of(container), name, false);
    }

    private @Nullable Value local(String name, int scope, int position) {
        Value defined = null;
        for (int i : definitions.getOrDefault(scope, List.of())) {
            Definition definition = facts.definitions().get(i);
            // A method that no type is around is one of an object, and its bare name means nothing.
            boolean isMethod = definition.kind() == DefinitionKind.METHOD;
            if (definition.name().equals(name) && !definition.has(Trait.IMPLICIT) && !isMethod) {
                // Of several definitions of a name the last one holds, but for the languages that overload.
                defined = defined(i, definition);
            }
        }
        if (defined != null) {
            return defined;
        }
        for (Import statement : imports.getOrDefault(scope, List.of())) {
            boolean binds = statement.kind() != Import.Kind.RE_EXPORT && statement.kind() != Import.Kind.RE_EXPORT_ALL;
            if (binds && statement.alias().equals(name)) {
                return names.imported(statement, file);
            }
        }
        Binding binding = binding(facts.scopes().get(scope), name, position);
        return binding == null ? null : value(binding, scope);
    }

    /** Whether a bare name is a parameter, of which nobody knows what it holds even where it is given a default. */
    private boolean isParameter(String name, int from) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            for (Binding binding : facts.scopes().get(at).bindings()) {
                if (binding.name().equals(name)) {
                    return binding.kind() == Binding.Kind.PARAMETER || binding.kind() == Binding.Kind.LAMBDA_PARAMETER;
                }
            }
        }
        return false;
    }

    private static @Nullable Binding binding(Scope scope, String name, int position) {
        Binding latest = null;
        Binding first = null;
        for (Binding binding : scope.bindings()) {
            if (binding.name().equals(name)) {
                first = first == null ? binding : first;
                latest = binding.position() <= position ? binding : latest;
            }
        }
        return latest == null ? first : latest;
    }

    private Value defined(int index, Definition definition) {
        Container container = questions.own().byDefinition().get(index);
        if (container != null) {
            return definition.kind() == DefinitionKind.MODULE
                    ? new Value.Module(List.of(container))
                    : new Value.Type(List.of(container));
        }
        if (definition.kind() == DefinitionKind.MODULE || definition.kind().isType()) {
            return Value.UNKNOWN;
        }
        return new Value.Callable(questions.own().symbols().get(index), definition, file, List.of());
    }

    private Value value(Binding binding, int scope) {
        Value value = known.get(binding);
        if (value == null) {
            known.put(binding, Value.UNKNOWN);
            value = binding.type() != null
                    ? typed(binding.type(), scope)
                    : binding.value() == null ? Value.UNKNOWN : of(binding.value(), scope, binding.position());
            known.put(binding, value);
        }
        return value;
    }

    private Value typed(TypeRef type, int scope) {
        // Types are mostly those of the file; a local one of the same name is found by its scope.
        Named local = type.name().indexOf('.') < 0 && type.arguments().isEmpty()
                ? named(type.name(), scope, Integer.MAX_VALUE)
                : new Named(null, Rule.SCOPE);
        return local.value() instanceof Value.Type found
                ? new Value.Instance(found.parts())
                : names.instance(type, file);
    }

    /** What an expression stands for in a scope. */
    Value of(Expression expression, int scope, int position) {
        if (depth >= DEEPEST) {
            return Value.UNKNOWN;
        }
        depth++;
        try {
            return evaluate(expression, scope, position);
        } finally {
            depth--;
        }
    }

    private Value evaluate(Expression expression, int scope, int position) {
        return switch (expression) {
            case Expression.Name name -> {
                Value value = named(name.name(), scope, position).value();
                yield value == null ? Value.EXTERNAL : value;
            }
            case Expression.Member member -> member(of(member.of(), scope, position), member.name());
            case Expression.Self self -> self(scope, false);
            case Expression.Parent parent -> self(scope, true);
            case Expression.Result result -> result(result.site());
            case Expression.Typed typed -> typed.equals(NULL) ? Value.UNKNOWN : typed(typed.type(), scope);
            case Expression.TypeName type -> names.typeNamed(type.type().name(), file);
            case Expression.Element element -> element(of(element.of(), scope, position), element.iterated());
            case Expression.Choice choice -> choice(choice.alternatives(), scope, position);
            case Expression.Awaited awaited -> of(awaited.of(), scope, position);
            case Expression.Invoked invoked -> called(of(invoked.callee(), scope, position));
            case Expression.Opaque opaque -> Value.UNKNOWN;
            case Expression.Callable callable -> Value.UNKNOWN;
            case Expression.Operation operation -> Value.UNKNOWN;
            case Expression.Lambda lambda -> Value.UNKNOWN;
            case Expression.ParameterOf parameter -> handed(parameter);
            case Expression.ParameterOfType parameter -> Value.UNKNOWN;
        };
    }

    private static Value element(Value of, boolean isIterated) {
        return switch (of) {
            case Value.Collection collection -> collection.element();
            case Value.Mapping mapping -> isIterated ? Value.UNKNOWN : mapping.value();
            default -> Value.UNKNOWN;
        };
    }

    /** What a callee hands to a function that is written as its argument. */
    private Value handed(Expression.ParameterOf parameter) {
        if (parameter.site() >= facts.sites().size()) {
            return Value.UNKNOWN;
        }
        Value callee = callee(facts.sites().get(parameter.site())).value();
        if (callee instanceof Value.BuiltIn builtIn) {
            return parameter.argument() == 0 && parameter.index() == 0 ? builtIn.handed() : Value.UNKNOWN;
        }
        if (callee instanceof Value.Type type) {
            callee = names.member(type.parts(), "constructor", false);
        }
        if (!(callee instanceof Value.Callable callable)) {
            return Value.UNKNOWN;
        }
        List<Definition.Parameter> declared = callable.definition().parameters();
        boolean hasThis = !declared.isEmpty() && declared.getFirst().name().equals("this");
        int number = parameter.argument() + (hasThis ? 1 : 0);
        TypeRef type = number < declared.size() ? declared.get(number).type() : null;
        if (type == null || !type.name().equals(TypeRef.FUNCTION)) {
            return Value.UNKNOWN;
        }
        return parameter.index() + 1 < type.arguments().size()
                ? names.instance(type.arguments().get(parameter.index() + 1), callable.file())
                : Value.UNKNOWN;
    }

    private Value choice(List<Expression> alternatives, int scope, int position) {
        Value only = null;
        for (Expression alternative : alternatives) {
            if (alternative.equals(NULL)) {
                continue;
            }
            Value value = of(alternative, scope, position);
            if (only != null && !only.equals(value)) {
                return Value.UNKNOWN;
            }
            only = value;
        }
        return only == null ? Value.UNKNOWN : only;
    }

    private Value self(int from, boolean inherited) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            Binding bound = scope.kind() == Scope.Kind.TYPE ? null : binding(scope, "this", Integer.MAX_VALUE);
            if (bound != null && !inherited) {
                return value(bound, at);
            }
            Container container = questions.own().byDefinition().get(scope.definition());
            if (scope.kind() == Scope.Kind.TYPE && container != null) {
                List<Container> parts = List.of(container);
                return inherited ? new Value.Inherited(parts) : new Value.Instance(parts);
            }
        }
        return Value.UNKNOWN;
    }

    /** A member of a value that is not called. */
    Value member(Value of, String name) {
        return switch (of) {
            case Value.External external -> external;
            case Value.Collection collection -> BuiltIns.of(collection, name);
            case Value.Mapping mapping -> BuiltIns.of(mapping, name);
            case Value.Module module -> {
                Value found = names.exported(module.parts(), name);
                List<Container> submodule = found == null ? names.submodule(module.parts(), name) : List.of();
                yield found != null ? found : submodule.isEmpty() ? Value.UNKNOWN : new Value.Module(submodule);
            }
            case Value.Type type -> orField(names.member(type.parts(), name, false), type.parts(), name);
            case Value.Instance instance ->
                orField(names.member(instance.parts(), name, false), instance.parts(), name);
            case Value.Inherited inherited -> {
                Value found = names.member(inherited.parts(), name, true);
                yield found == null ? Value.UNKNOWN : found;
            }
            default -> Value.UNKNOWN;
        };
    }

    private Value orField(@Nullable Value member, List<Container> parts, String name) {
        if (member instanceof Value.Callable callable && callable.definition().has(Trait.PROPERTY)) {
            return called(callable);
        }
        if (member != null) {
            return member;
        }
        Member field = names.field(parts, name);
        if (field == null || field.value() == null) {
            return Value.UNKNOWN;
        }
        return outside(field.value(), field.owner().file());
    }

    /** An expression of another file, or of another place of this one: only names at the top of the file mean anything. */
    private Value outside(Expression expression, FileContext of) {
        return switch (expression) {
            case Expression.Name name -> {
                Value value = names.inFile(name.name(), of);
                yield value == null ? Value.UNKNOWN : value;
            }
            case Expression.Member member -> member(outside(member.of(), of), member.name());
            case Expression.Invoked invoked -> called(outside(invoked.callee(), of));
            case Expression.Typed typed -> names.instance(typed.type(), of);
            case Expression.Awaited awaited -> outside(awaited.of(), of);
            default -> Value.UNKNOWN;
        };
    }

    private Value result(int number) {
        if (number < 0 || number >= facts.sites().size()) {
            return Value.UNKNOWN;
        }
        Value found = results[number];
        if (found == null) {
            results[number] = Value.UNKNOWN;
            found = called(callee(facts.sites().get(number)).value());
            results[number] = found;
        }
        return found;
    }

    /** What a call site calls, before it is called. */
    Named callee(CallSite site) {
        if (site.form() == CallSite.Form.SUPER) {
            return new Named(parentConstructor(site), Rule.SUPERTYPE);
        }
        if (site.receiver() == null) {
            Named found = named(site.name(), site.scope(), site.position());
            boolean isHeld =
                    found.rule() == Rule.SCOPE && isCallable(found.value()) && isParameter(site.name(), site.scope());
            return isHeld ? new Named(Value.UNKNOWN, found.rule()) : found;
        }
        Value receiver = of(site.receiver(), site.scope(), site.position());
        if (receiver instanceof Value.Instance instance && names.member(instance.parts(), site.name(), false) == null) {
            // A field holds what it was last given, which need not be what it was first given.
            Value held = member(receiver, site.name());
            return new Named(isCallable(held) ? Value.UNKNOWN : held, Rule.RECEIVER);
        }
        Rule rule = receiver instanceof Value.Instance
                ? Rule.RECEIVER
                : receiver instanceof Value.Inherited ? Rule.SUPERTYPE : Rule.QUALIFIED;
        return new Named(member(receiver, site.name()), rule);
    }

    private static boolean isCallable(@Nullable Value value) {
        return value instanceof Value.Callable || value instanceof Value.Type;
    }

    /** The constructor that {@code super(…)} calls; the supertype itself when it has none. */
    private Value parentConstructor(CallSite site) {
        if (!(self(site.scope(), true) instanceof Value.Inherited inherited)) {
            return Value.UNKNOWN;
        }
        Value constructor = names.member(inherited.parts(), site.name(), true);
        if (constructor != null) {
            return constructor;
        }
        return names.supertypes(inherited.parts().getFirst()).stream()
                .findFirst()
                .orElse(Value.UNKNOWN);
    }

    private Value called(@Nullable Value callee) {
        return switch (callee) {
            case null -> Value.EXTERNAL;
            case Value.BuiltIn builtIn -> builtIn.result();
            case Value.External external -> external;
            case Value.Type type -> new Value.Instance(type.parts());
            case Value.Callable callable -> {
                TypeRef returns = callable.definition().returns();
                yield returns == null ? Value.UNKNOWN : returned(returns, callable);
            }
            default -> Value.UNKNOWN;
        };
    }

    private Value returned(TypeRef type, Value.Callable callable) {
        boolean isSelf = type.name().equals("Self") || type.name().equals("this");
        return isSelf && !callable.owner().isEmpty()
                ? new Value.Instance(callable.owner())
                : names.instance(type, callable.file());
    }
}
