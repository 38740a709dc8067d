package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.edge.CalleeText;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import io.mnemolite.core.code.resolution.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The edges of one file of a language whose names live in modules. */
public final class ModuleResolution {

    /** What functions of JavaScript have themselves. */
    private static final Set<String> OF_FUNCTIONS = Set.of("apply", "bind", "call", "toString");

    private final FileFacts facts;
    private final Questions questions;
    private final FileContext file;
    private final List<SymbolId> symbols;
    private final Lookup lookup;
    private final List<Edge> edges = new ArrayList<>();
    private final List<UnresolvedSite> unresolved = new ArrayList<>();

    private ModuleResolution(Registry registry, FileFacts facts) {
        this.facts = facts;
        questions = new Questions(registry, facts);
        file = questions.own().context();
        symbols = questions.own().symbols();
        lookup = new Lookup(facts, questions);
    }

    public static Resolution of(Registry registry, FileFacts facts) {
        if (Manifest.isManifest(facts)) {
            return new Resolution(List.of(), List.of(), new long[0]);
        }
        ModuleResolution resolution = new ModuleResolution(registry, facts);
        for (CallSite site : facts.sites()) {
            if (!site.name().isEmpty()) {
                resolution.call(site);
                resolution.references(site);
            }
        }
        resolution.types();
        resolution.imports();
        return new Resolution(resolution.edges, resolution.unresolved, resolution.questions.keys());
    }

    private void call(CallSite site) {
        Lookup.Named callee = lookup.callee(site);
        List<SymbolId> targets = targets(site, callee.value());
        if (!targets.isEmpty() && !lookup.isHeld(site, callee)) {
            edges.add(edge(
                    site,
                    targets,
                    Edge.Kind.CALLS,
                    callee.rule(),
                    callee.isSure() || callee.value() instanceof Value.Type));
            if (!isOpen(callee.value())) {
                return;
            }
        }
        unresolved.add(new UnresolvedSite(
                symbols.get(site.caller()),
                CalleeText.of(facts, site),
                lookup.scopes().definedName(site),
                site.line(),
                site.column(),
                targets.isEmpty() ? reason(site, callee.value()) : Reason.DYNAMIC));
    }

    /** Go: whether what is called is declared by an interface, so that whatever has such a method may be called. */
    private boolean isOpen(@Nullable Value callee) {
        return file.family().equals(Family.GO)
                && callee instanceof Value.Callable callable
                && callable.definition().has(Trait.ABSTRACT);
    }

    /** @param targets all that fit */
    private Edge edge(CallSite site, List<SymbolId> targets, Edge.Kind kind, Rule rule, boolean isSure) {
        float confidence = !isSure ? 0.8f : targets.size() == 1 ? 1 : 0.9f;
        return new Edge(
                symbols.get(site.caller()),
                targets.getFirst(),
                kind,
                site.line(),
                site.column(),
                rule,
                confidence,
                targets.size());
    }

    /** The symbols that a call of a value may arrive at; none of what cannot be called, or is not known. */
    private List<SymbolId> targets(CallSite site, @Nullable Value value) {
        if (value instanceof Value.Callable callable) {
            return symbols(callable.taking(site));
        }
        if (value instanceof Value.Type type) {
            if (type.parts().getFirst().definition().kind() == DefinitionKind.INTERFACE) {
                // What is created is a value of the same name.
                return List.of();
            }
            if (file.family().equals(Family.SCALA)) {
                return ofScala(site, type);
            }
            Value.Callable constructor = lookup.names().inheritance().constructor(type.parts());
            List<SymbolId> constructors = constructor == null
                    ? List.of()
                    : symbols(constructor.taking(site).stream()
                            .filter(each -> !each.definition().has(Trait.STATIC))
                            .toList());
            if (file.family().equals(Family.C)) {
                constructors = withInherited(constructors, site, type.parts());
            }
            Definition head = type.parts().getFirst().definition();
            boolean takes = !head.parameters().isEmpty()
                    && head.minimumArity() <= site.arity()
                    && site.arity() <= head.maximumArity();
            if (!constructors.isEmpty() && !takes) {
                return constructors;
            }
            Container whole = head(type);
            List<SymbolId> all = new ArrayList<>(constructors);
            boolean isOfElsewhere =
                    Inheritance.isOfElsewhere(lookup.names().inheritance().whole(type.parts()));
            if (whole.symbol() != null && !isOfElsewhere) {
                // Kotlin and Scala: a constructor in the head of the type.
                all.addFirst(whole.symbol());
            }
            return all;
        }
        if (value instanceof Value.Instance instance
                && lookup.names().inheritance().member(instance.parts(), "__call__", false)
                        instanceof Value.Callable call) {
            return symbols(call.taking(site));
        }
        return List.of();
    }

    /** C++: those of the supertypes as well, where a type says so. */
    private List<SymbolId> withInherited(List<SymbolId> constructors, CallSite site, List<Container> parts) {
        Inheritance inheritance = lookup.names().inheritance();
        if (inheritance.field(parts, LinkedName.CONSTRUCTORS) == null) {
            return constructors;
        }
        List<SymbolId> all = new ArrayList<>(constructors);
        for (List<Container> supertype :
                inheritance.lineage(parts).types().stream().skip(1).toList()) {
            Value.Callable inherited = inheritance.constructor(supertype);
            if (inherited != null) {
                symbols(inherited.taking(site)).stream()
                        .filter(symbol -> !all.contains(symbol))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Scala: a class that is created, or what the object of its name has for being called; both bear one name. */
    private List<SymbolId> ofScala(CallSite site, Value.Type type) {
        List<Container> objects = new ArrayList<>();
        List<Container> classes = new ArrayList<>();
        for (Container part : lookup.names().inheritance().whole(type.parts())) {
            (part.definition().has(Trait.STATIC) ? objects : classes).add(part);
        }
        if (site.form() != CallSite.Form.NEW
                && !objects.isEmpty()
                && lookup.names().inheritance().member(objects, "apply", false) instanceof Value.Callable apply) {
            List<SymbolId> applied = symbols(apply.taking(site));
            if (!applied.isEmpty()) {
                return applied;
            }
        }
        boolean isCreated = site.form() == CallSite.Form.NEW;
        List<SymbolId> created = new ArrayList<>();
        for (Container part : classes) {
            Definition head = part.definition();
            boolean takes = head.minimumArity() <= site.arity() && site.arity() <= head.maximumArity();
            // Without the word "new" only what can be created is called: an abstract class has an object for that.
            if (part.symbol() != null && (takes || site.arity() < 0) && (isCreated || !head.has(Trait.ABSTRACT))) {
                created.add(part.symbol());
            }
            for (Member member : isCreated ? questions.members(part, "this") : List.<Member>of()) {
                if (member.symbol() != null && member.accepts(site.arity())) {
                    created.add(member.symbol());
                }
            }
        }
        return created;
    }

    /** The part of a type that declares it; the others only add to it. */
    private Container head(Value.Type type) {
        return lookup.names().inheritance().whole(type.parts()).stream()
                .filter(part -> !part.definition().has(Trait.IMPLICIT)
                        && !part.definition().has(Trait.PART))
                .findFirst()
                .orElse(type.parts().getFirst());
    }

    private static List<SymbolId> symbols(List<Value.Callable> callables) {
        return callables.stream().map(Value.Callable::symbol).toList();
    }

    private Reason reason(CallSite site, @Nullable Value callee) {
        if (callee == null || callee.equals(Value.UNSEEN) || callee instanceof Value.PackagePrefix) {
            return notFound(site, callee instanceof Value.External ? Reason.UNKNOWN_RECEIVER : Reason.AMBIGUOUS);
        }
        if (callee instanceof Value.External || callee instanceof Value.BuiltIn) {
            // A variable of a type that cannot be called does not hide a function everywhere.
            boolean isVariable = site.receiver() == null && lookup.scopes().isVariable(site.name(), site.scope());
            return isVariable ? notFound(site, Reason.AMBIGUOUS) : ofLanguage(site);
        }
        if (callee instanceof Value.Type type
                && Inheritance.isOfElsewhere(lookup.names().inheritance().whole(type.parts()))) {
            return notFound(site, Reason.UNKNOWN_RECEIVER);
        }
        if (callee instanceof Value.Callable) {
            // Another one takes these arguments, in a file that this one is not known to see.
            return Reason.AMBIGUOUS;
        }
        if (site.receiver() == null) {
            return Reason.UNKNOWN_RECEIVER;
        }
        Value receiver = lookup.of(site.receiver(), site.scope(), site.position());
        return switch (receiver) {
            case Value.External external ->
                external.isCertain() ? ofLanguage(site) : notFound(site, Reason.UNKNOWN_RECEIVER);
            case Value.Collection collection -> ofLanguage(site);
            case Value.Module module -> Reason.DYNAMIC;
            case Value.PackagePrefix part -> notFound(site, Reason.UNKNOWN_RECEIVER);
            case Value.Type type -> inherited(site, type.parts());
            case Value.Instance instance -> inherited(site, instance.parts());
            case Value.Inherited instance -> inherited(site, instance.parts());
            case Value.Unknown unknown -> Reason.UNKNOWN_RECEIVER;
            case Value.Mapping mapping -> ofLanguage(site);
            case Value.BuiltIn builtIn -> ofLanguage(site);
            case Value.Callable callable ->
                OF_FUNCTIONS.contains(site.name()) ? Reason.EXTERNAL : notFound(site, Reason.UNKNOWN_RECEIVER);
        };
    }

    /** Of a member of a type from elsewhere, to which the repository may have added one where the language allows that. */
    private Reason ofLanguage(CallSite site) {
        return site.receiver() != null && file.family().hasExtensions()
                ? notFound(site, Reason.UNKNOWN_RECEIVER)
                : Reason.EXTERNAL;
    }

    private Reason inherited(CallSite site, List<Container> parts) {
        Inheritance.Lineage lineage = lookup.names().inheritance().lineage(parts);
        if (lineage.isComplete()) {
            return Reason.DYNAMIC;
        }
        return lineage.isMissingOutside() ? Reason.EXTERNAL : notFound(site, Reason.UNKNOWN_RECEIVER);
    }

    /** Of what was only not found, it may be whatever has that name anywhere in the repository. */
    private Reason notFound(CallSite site, Reason ifDefined) {
        String name = lookup.scopes().definedName(site);
        boolean mayBeMethod = site.receiver() != null || file.family().hasImplicitSelf();
        boolean isDefined =
                questions.isDefined(Naming.ALONE, name) || (mayBeMethod && questions.isDefined(Naming.METHOD, name));
        return isDefined ? ifDefined : Reason.EXTERNAL;
    }

    /** Functions and types that are passed as arguments. */
    private void references(CallSite site) {
        for (Expression argument : site.arguments()) {
            boolean isName = argument instanceof Expression.Name || argument instanceof Expression.Member;
            if (isName && lookup.of(argument, site.scope(), site.position()) instanceof Value.Callable callable) {
                List<SymbolId> targets = symbols(callable.taking(-1));
                edges.add(edge(site, targets, Edge.Kind.REFERENCES, Rule.SCOPE, true));
            }
        }
    }

    private void types() {
        for (int i = 1; i < facts.definitions().size(); i++) {
            Definition definition = facts.definitions().get(i);
            if (definition.kind().isType()) {
                for (TypeRef supertype : definition.supertypes()) {
                    if (supertype.isRequired()) {
                        continue;
                    }
                    SymbolId target = lookup.names().typeNamed(supertype.name(), file) instanceof Value.Type type
                            ? head(type).symbol()
                            : null;
                    if (target != null) {
                        edges.add(relation(i, target, definition));
                    }
                }
            } else if (definition.kind() == DefinitionKind.METHOD) {
                Container owner = questions.own().byDefinition().get(definition.owner());
                if (owner != null
                        && lookup.names().inheritance().member(List.of(owner), definition.name(), true)
                                instanceof Value.Callable inherited) {
                    SymbolId overridden = mayDispatch(inherited) ? overridden(inherited, definition) : null;
                    if (overridden == null) {
                        continue;
                    }
                    edges.add(new Edge(
                            overridden,
                            symbols.get(i),
                            Edge.Kind.MAY_DISPATCH,
                            definition.startLine(),
                            1,
                            Rule.OVERRIDE,
                            1,
                            1));
                }
            }
        }
    }

    /** Go chooses a method at run time for interfaces alone; what a struct embeds is never overridden. */
    private boolean mayDispatch(Value.Callable inherited) {
        return !file.family().equals(Family.GO) || inherited.definition().has(Trait.ABSTRACT);
    }

    /** Which of the inherited methods of its name a method overrides. */
    private static @Nullable SymbolId overridden(Value.Callable inherited, Definition method) {
        List<Value.Callable> same = inherited.taking(-1).stream()
                .filter(other -> other.definition().maximumArity() == method.maximumArity())
                .toList();
        return same.stream()
                .filter(other -> other.definition().signature().equals(method.signature()))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .map(Value.Callable::symbol)
                .orElse(null);
    }

    private Edge relation(int source, SymbolId target, Definition definition) {
        return new Edge(
                symbols.get(source), target, Edge.Kind.INHERITS, definition.startLine(), 1, Rule.DECLARATION, 1, 1);
    }

    private void imports() {
        for (Import statement : facts.imports()) {
            if (statement.target().isEmpty()) {
                continue;
            }
            SymbolId target = switch (lookup.names().imported(statement, file)) {
                case Value.Module module -> module.parts().getFirst().symbol();
                case Value.Type type -> type.parts().getFirst().symbol();
                case Value.Callable callable -> callable.symbol();
                default -> null;
            };
            if (target != null) {
                edges.add(new Edge(
                        symbols.getFirst(), target, Edge.Kind.IMPORTS, statement.line(), 1, Rule.IMPORT, 1, 1));
            }
        }
    }
}
