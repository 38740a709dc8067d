package io.mnemolite.core.code.resolution.java;

import static java.util.Objects.requireNonNull;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each call site of a Java file calls, and what it yields; each is found once. */
final class JavaSites implements Evaluator.Calls, Inference.Evaluation, Variables.Values {

    private static final String CONSTRUCTOR = "<init>";
    private static final int MOST_SUPERTYPES = 50;

    private final FileFacts facts;
    private final Questions questions;
    private final TypeNames names;
    private final Scopes scopes;
    private final Hierarchy hierarchy;
    private final Variables variables;
    private final Overloads overloads;
    private final Inference inference;
    private final Evaluator evaluator;
    private final @Nullable Target[] targets;
    private final @Nullable Type[] results;

    JavaSites(FileFacts facts, Questions questions) {
        this.facts = facts;
        this.questions = questions;
        names = new TypeNames(questions);
        scopes = new Scopes(facts, questions.own(), names);
        hierarchy = new Hierarchy(questions, names, scopes);
        names.use(hierarchy, scopes);
        Types types = new Types(questions, names);
        variables = new Variables(facts, questions, scopes, names, hierarchy, types, this);
        overloads = new Overloads(hierarchy, types);
        inference = new Inference(hierarchy, types, this);
        evaluator = new Evaluator(
                facts, questions.own().context(), scopes, names, hierarchy, types, variables, inference, this);
        targets = new Target[facts.sites().size()];
        results = new Type[facts.sites().size()];
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    TypeNames names() {
        return names;
    }

    @Override
    public Type of(Expression expression, int scope, int position) {
        return evaluator.of(expression, scope, position);
    }

    @Override
    public Type argument(CallSite site, int index) {
        return evaluator.of(site.arguments().get(index), site.scope(), site.position());
    }

    @Override
    public Type result(Type.Function function) {
        Expression result = function.lambda().result();
        int scope = function.lambda().scope();
        return result == null || scope >= facts.scopes().size()
                ? Type.UNKNOWN
                : evaluator.of(result, scope, Integer.MAX_VALUE);
    }

    @Override
    public Type result(Type.Reference reference) {
        return result(reference.site());
    }

    @Override
    public Type result(int site) {
        Type known = results[site];
        if (known == null) {
            results[site] = Type.UNKNOWN;
            known = evaluate(site);
            results[site] = known;
        }
        return known;
    }

    private Type evaluate(int number) {
        CallSite site = facts.sites().get(number);
        Target target = target(number);
        Hierarchy.Found found = target.found();
        if (found == null) {
            return target.receiver() instanceof Type.External && target.reason() == Reason.EXTERNAL
                    ? ofExternal(site, target.receiver())
                    : Type.UNKNOWN;
        }
        if (site.name().equals(CONSTRUCTOR)) {
            return site.type() == null ? Type.UNKNOWN : scopes.resolve(site.type(), site.scope());
        }
        return inference.result(found, site);
    }

    /** Where nothing of the repository goes in, nothing of it comes out. */
    private Type ofExternal(CallSite site, Type receiver) {
        if (mayHoldOwn(receiver, 0) || site.form().isReference()) {
            return Type.UNKNOWN;
        }
        for (int i = 0; i < site.arguments().size(); i++) {
            if (mayHoldOwn(argument(site, i), 0)) {
                return Type.UNKNOWN;
            }
        }
        return Type.External.of("?" + site.name());
    }

    private static boolean mayHoldOwn(Type type, int depth) {
        return switch (type) {
            case Type.Primitive primitive -> false;
            case Type.Null nothing -> false;
            case Type.External external ->
                depth > 5 || external.arguments().stream().anyMatch(argument -> mayHoldOwn(argument, depth + 1));
            case Type.Array array -> depth > 5 || mayHoldOwn(array.element(), depth + 1);
            case Type.Instance instance ->
                depth > 5
                        || !instance.container().isStandard()
                        || instance.arguments().stream().anyMatch(argument -> mayHoldOwn(argument, depth + 1));
            default -> true;
        };
    }

    @Override
    public Target target(int site) {
        Target known = targets[site];
        if (known == null) {
            // A call that is needed to tell what it calls has no known target.
            targets[site] = Target.unresolved(Reason.UNKNOWN_RECEIVER, Type.UNKNOWN);
            known = find(facts.sites().get(site));
            targets[site] = known;
        }
        return known;
    }

    private Target find(CallSite site) {
        return switch (site.form()) {
            case NEW -> creation(site);
            case THIS -> constructor(site, around(site), Rule.SAME_TYPE);
            case SUPER -> {
                Container around = scopes.typeAround(site.scope());
                yield constructor(site, around == null ? Type.UNKNOWN : hierarchy.parent(around), Rule.SUPERTYPE);
            }
            case METHOD_REFERENCE -> site.name().equals(CONSTRUCTOR) ? creation(site) : received(site);
            case CALL, DECORATOR, ARGUMENT -> site.receiver() == null ? bare(site) : received(site);
        };
    }

    private Type around(CallSite site) {
        Container around = scopes.typeAround(site.scope());
        return around == null ? Type.UNKNOWN : variables.instance(around);
    }

    private Target creation(CallSite site) {
        if (site.type() == null) {
            return Target.unresolved(Reason.DYNAMIC, Type.UNKNOWN);
        }
        Type type = scopes.resolve(site.type(), site.scope());
        if (site.receiver() != null) {
            Type outer = evaluator.of(site.receiver(), site.scope(), site.position());
            type = names.nested(Types.erased(outer), site.type().name());
        }
        return constructor(site, type, Rule.CREATION);
    }

    private Target constructor(CallSite site, Type type, Rule rule) {
        if (!(type instanceof Type.Instance instance)) {
            Reason reason = type instanceof Type.Unknown ? Reason.AMBIGUOUS : Reason.EXTERNAL;
            return Target.unresolved(reason, type);
        }
        Container container = instance.container();
        DefinitionKind kind = container.definition().kind();
        if (kind == DefinitionKind.INTERFACE || kind == DefinitionKind.ANNOTATION) {
            // An anonymous class that implements it calls the constructor of Object.
            return Target.unresolved(Reason.EXTERNAL, type);
        }
        List<Hierarchy.Found> own = new ArrayList<>();
        for (Member member : questions.members(container, CONSTRUCTOR)) {
            own.add(new Hierarchy.Found(member, instance, 0));
        }
        Overloads.Choice choice = overloads.choose(own, site.arity(), evaluator.arguments(site));
        if (choice != null) {
            return Target.of(choice, rule, type);
        }
        return Target.unresolved(container.isStandard() ? Reason.EXTERNAL : Reason.DYNAMIC, type);
    }

    private Target bare(CallSite site) {
        List<Type> arguments = evaluator.arguments(site);
        boolean mayBeInherited = false;
        boolean isFirst = true;
        for (int at = site.scope(); at >= 0; at = facts.scopes().get(at).parent()) {
            Scope scope = facts.scopes().get(at);
            Container container = scopes.typeOf(scope);
            if (container == null) {
                continue;
            }
            Type.Instance self = variables.instance(container);
            Overloads.Choice choice = overloads.choose(
                    hierarchy.members(self, site.name(), Member.Kind.CALLABLE), site.arity(), arguments);
            if (choice != null) {
                return Target.of(
                        choice, isFirst ? Rule.ENCLOSING_TYPE : Rule.OUTER_TYPE, self, mayBeInherited ? 0.8f : 1);
            }
            mayBeInherited |= !hierarchy.lineage(container).isComplete();
            isFirst = false;
        }
        return imported(site, arguments, mayBeInherited);
    }

    private Target imported(CallSite site, List<Type> arguments, boolean mayBeInherited) {
        boolean mayBeExternal = mayBeInherited;
        for (Import.Kind kind : List.of(Import.Kind.STATIC, Import.Kind.STATIC_ON_DEMAND)) {
            List<Hierarchy.Found> found = new ArrayList<>();
            for (Import statement : questions.imports(questions.own().context())) {
                if (statement.kind() != kind
                        || (kind == Import.Kind.STATIC && !statement.alias().equals(site.name()))) {
                    continue;
                }
                Type owner = names.qualified(statement.target(), questions.own().context());
                if (owner instanceof Type.Instance instance) {
                    found.addAll(hierarchy.members(instance, site.name(), Member.Kind.CALLABLE));
                    mayBeExternal |= instance.container().isStandard();
                } else {
                    mayBeExternal = true;
                }
            }
            Overloads.Choice choice = overloads.choose(found, site.arity(), arguments);
            if (choice != null) {
                Rule rule = kind == Import.Kind.STATIC ? Rule.IMPORT : Rule.WILDCARD_IMPORT;
                return Target.of(choice, rule, Type.UNKNOWN, mayBeInherited ? 0.8f : 1);
            }
        }
        return Target.unresolved(mayBeExternal ? Reason.EXTERNAL : Reason.DYNAMIC, Type.UNKNOWN);
    }

    private Target received(CallSite site) {
        if (site.receiver() instanceof Expression.Parent parent) {
            return ofParent(site, parent);
        }
        Type receiver = evaluator.of(requireNonNull(site.receiver()), site.scope(), site.position());
        return switch (receiver) {
            case Type.Static named -> {
                if (named.type() instanceof Type.Instance instance) {
                    yield member(site, instance, receiver, Rule.QUALIFIED);
                }
                yield Target.unresolved(
                        named.type() instanceof Type.Unknown ? Reason.AMBIGUOUS : Reason.EXTERNAL, named.type());
            }
            case Type.Instance instance -> member(site, instance, receiver, Rule.RECEIVER);
            case Type.Variable variable -> ofVariable(site, variable);
            case Type.External external -> Target.unresolved(Reason.EXTERNAL, receiver);
            case Type.Array array -> Target.unresolved(Reason.EXTERNAL, receiver);
            default -> Target.unresolved(Reason.UNKNOWN_RECEIVER, receiver);
        };
    }

    private Target ofVariable(CallSite site, Type.Variable variable) {
        Type bound = Types.erased(variable);
        if (bound instanceof Type.Instance instance) {
            return member(site, instance, bound, Rule.RECEIVER);
        }
        if (bound instanceof Type.External) {
            return Target.unresolved(Reason.EXTERNAL, bound);
        }
        Container object = names.pick("java.lang.Object", questions.own().context());
        Target ofObject = object == null
                ? Target.unresolved(Reason.UNKNOWN_RECEIVER, bound)
                : member(site, Type.Instance.of(object), bound, Rule.RECEIVER);
        return ofObject.found() == null ? Target.unresolved(Reason.UNKNOWN_RECEIVER, bound) : ofObject;
    }

    private Target member(CallSite site, Type.Instance type, Type receiver, Rule rule) {
        List<Hierarchy.Found> found = hierarchy.members(type, site.name(), Member.Kind.CALLABLE);
        Overloads.Choice choice = overloads.choose(found, site.arity(), evaluator.arguments(site));
        if (choice != null) {
            boolean isInherited = rule == Rule.RECEIVER && choice.found().distance() > 0;
            return Target.of(choice, isInherited ? Rule.SUPERTYPE : rule, receiver);
        }
        boolean isExternal = type.container().isStandard()
                || !hierarchy.lineage(type.container()).isComplete();
        return Target.unresolved(isExternal ? Reason.EXTERNAL : Reason.DYNAMIC, receiver);
    }

    private Target ofParent(CallSite site, Expression.Parent parent) {
        Container around = scopes.typeAround(site.scope());
        if (around == null) {
            return Target.unresolved(Reason.UNKNOWN_RECEIVER, Type.UNKNOWN);
        }
        if (parent.type() != null && evaluator.named(parent.type(), site.scope()) instanceof Type.Instance named) {
            for (Type supertype : hierarchy.direct(around)) {
                if (supertype instanceof Type.Instance instance && instance.container() == named.container()) {
                    return member(site, instance, instance, Rule.SUPERTYPE);
                }
            }
            around = named.container();
        }
        Type.Instance self = variables.instance(around);
        List<Hierarchy.Found> inherited = hierarchy.members(self, site.name(), Member.Kind.CALLABLE).stream()
                .filter(found -> found.distance() > 0 && found.distance() < MOST_SUPERTYPES)
                .toList();
        Overloads.Choice choice = overloads.choose(inherited, site.arity(), evaluator.arguments(site));
        if (choice != null) {
            return Target.of(choice, Rule.SUPERTYPE, self);
        }
        boolean isComplete = hierarchy.lineage(around).isComplete();
        return Target.unresolved(isComplete ? Reason.DYNAMIC : Reason.EXTERNAL, self);
    }
}
