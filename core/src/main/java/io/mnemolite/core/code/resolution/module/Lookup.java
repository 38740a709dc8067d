package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names and expressions stand for within the file that is resolved. */
final class Lookup {

    private static final int DEEPEST = 100;
    private final FileFacts facts;
    private final Questions questions;
    private final FileContext file;
    private final Names names;
    private final Inheritance inheritance;
    private final Values values;
    private final ScopeNames scopes;
    private final LocalNames locals;
    private final @Nullable Value[] results;
    private int depth;

    /**
     * What a name stands for, and why.
     *
     * @param value null when nothing has that name
     * @param isSure whether nothing nearer may have it that is not known
     */
    record Named(@Nullable Value value, Rule rule, boolean isSure) {

        Named(@Nullable Value value, Rule rule) {
            this(value, rule, true);
        }
    }

    Lookup(FileFacts facts, Questions questions) {
        this.facts = facts;
        this.questions = questions;
        this.file = questions.own().context();
        this.names = new Names(questions);
        this.inheritance = names.inheritance();
        this.values = names.values();
        this.scopes = new ScopeNames(facts);
        this.locals = new LocalNames(facts, questions, names, scopes, this::of);
        this.results = new Value[facts.sites().size()];
    }

    Names names() {
        return names;
    }

    ScopeNames scopes() {
        return scopes;
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
                Value value = locals.named(name.name(), scope, position).value();
                yield value == null ? Value.UNSEEN : value;
            }
            case Expression.Member member -> values.member(of(member.of(), scope, position), member.name());
            case Expression.Self self -> self(scope, false);
            case Expression.Parent parent -> self(scope, true);
            case Expression.Result result -> result(result.site());
            case Expression.Typed typed ->
                typed.equals(Values.NULL) ? Value.UNKNOWN : locals.typed(typed.type(), scope);
            case Expression.TypeName type -> names.typeNamed(type.type().name(), file);
            case Expression.Element element -> element(of(element.of(), scope, position), element.iterated());
            case Expression.Choice choice -> choice(choice.alternatives(), scope, position);
            case Expression.Awaited awaited -> of(awaited.of(), scope, position);
            case Expression.Invoked invoked -> values.called(of(invoked.callee(), scope, position));
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
            callee = inheritance.member(type.parts(), "constructor", false);
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
        return Values.same(alternatives, alternative -> of(alternative, scope, position));
    }

    private Value self(int from, boolean inherited) {
        for (int at = from; at >= 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            Binding bound = scope.kind() == Scope.Kind.TYPE ? null : scopes.binding(scope, "this", Integer.MAX_VALUE);
            if (bound != null && !inherited) {
                return locals.value(bound, at);
            }
            Container container = questions.own().byDefinition().get(scope.definition());
            if (scope.kind() == Scope.Kind.TYPE && container != null) {
                List<Container> parts = List.of(container);
                return inherited ? new Value.Inherited(parts) : new Value.Instance(parts);
            }
        }
        return Value.UNKNOWN;
    }

    private Value result(int number) {
        if (number < 0 || number >= facts.sites().size()) {
            return Value.UNKNOWN;
        }
        Value found = results[number];
        if (found == null) {
            results[number] = Value.UNKNOWN;
            CallSite site = facts.sites().get(number);
            Value callee = callee(site).value();
            found = callee instanceof Value.Callable callable ? yielded(callable, site) : values.called(callee);
            if (found.equals(Value.EXTERNAL) && isHandedOwn(site)) {
                found = Value.UNSEEN;
            }
            results[number] = found;
        }
        return found;
    }

    /** What all yield that a call may mean. */
    private Value yielded(Value.Callable callable, CallSite site) {
        Value only = null;
        for (Value.Callable taking : callable.taking(site)) {
            Value value = values.called(taking);
            if (only != null && !only.equals(value)) {
                return Value.UNKNOWN;
            }
            only = value;
        }
        return only == null ? Value.UNKNOWN : only;
    }

    /** Whether something of the repository goes in, so that something of it may come out. */
    private boolean isHandedOwn(CallSite site) {
        for (Expression argument : site.arguments()) {
            switch (of(argument, site.scope(), site.position())) {
                case Value.Type type -> {
                    return true;
                }
                case Value.Instance instance -> {
                    return true;
                }
                case Value.Callable callable -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** What a call site calls, before it is called. */
    Named callee(CallSite site) {
        if (site.form() == CallSite.Form.SUPER) {
            return new Named(parentConstructor(site), Rule.SUPERTYPE);
        }
        if (site.receiver() == null) {
            return bare(site);
        }
        Value receiver = of(site.receiver(), site.scope(), site.position());
        Rule rule = receiver instanceof Value.Instance
                ? Rule.RECEIVER
                : receiver instanceof Value.Inherited ? Rule.SUPERTYPE : Rule.QUALIFIED;
        return new Named(values.method(receiver, site.name()), rule);
    }

    private Named bare(CallSite site) {
        boolean isCreated = site.form() == CallSite.Form.NEW;
        boolean isPhp = file.family().name().equals("php");
        if (isCreated && isPhp && (site.name().equals("self") || site.name().equals("static"))) {
            // The type itself.
            Value self = self(site.scope(), false);
            return new Named(self instanceof Value.Instance own ? new Value.Type(own.parts()) : self, Rule.QUALIFIED);
        }
        Named named = locals.named(site.name(), site.scope(), site.position());
        if (isCreated
                && file.family().equals(Family.CSHARP)
                && !(named.value() instanceof Value.Type)
                && names.typeNamed(site.name(), file) instanceof Value.Type type) {
            // A property of the same name hides the type, but is not what is created.
            return new Named(type, Rule.CREATION);
        }
        return named.value() instanceof Value.Module module
                ? new Named(values.whole(module), named.rule(), named.isSure())
                : named;
    }

    /**
     * Whether what a site calls is held by a parameter, or a field of an object. These hold what they were last given, which
     * need not be what they were first given, so that it tells a type and no target.
     */
    boolean isHeld(CallSite site, Named callee) {
        if (site.receiver() == null) {
            return callee.rule() == Rule.SCOPE && scopes.isParameter(site.name(), site.scope());
        }
        return callee.rule() == Rule.RECEIVER
                && of(site.receiver(), site.scope(), site.position()) instanceof Value.Instance instance
                && (site.name().equals(Values.CLASS)
                        || inheritance.member(instance.parts(), site.name(), false) == null);
    }

    /** The constructor that {@code super(…)} calls; the supertype itself when it has none. */
    private Value parentConstructor(CallSite site) {
        if (!(self(site.scope(), true) instanceof Value.Inherited inherited)) {
            return Value.UNKNOWN;
        }
        Value constructor = inheritance.member(inherited.parts(), site.name(), true);
        if (constructor != null) {
            return constructor;
        }
        if (file.family().equals(Family.RUBY)) {
            // There it is any method of the same name.
            return Value.UNKNOWN;
        }
        return inheritance.supertypes(inherited.parts().getFirst()).stream()
                .findFirst()
                .orElse(Value.UNKNOWN);
    }
}
