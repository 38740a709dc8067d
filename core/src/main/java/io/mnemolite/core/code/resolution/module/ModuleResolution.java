package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
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
    private final Creation creation;
    private final List<Edge> edges = new ArrayList<>();
    private final List<UnresolvedSite> unresolved = new ArrayList<>();

    private ModuleResolution(Registry registry, FileFacts facts) {
        this.facts = facts;
        questions = new Questions(registry, facts);
        file = questions.own().context();
        symbols = questions.own().symbols();
        lookup = new Lookup(facts, questions);
        creation = new Creation(file.family(), questions, lookup.names().inheritance());
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
            return Value.Callable.symbols(callable.taking(site));
        }
        if (value instanceof Value.Type type) {
            return creation.of(site, type);
        }
        if (value instanceof Value.Instance instance
                && lookup.names().inheritance().member(instance.parts(), "__call__", false)
                        instanceof Value.Callable call) {
            return Value.Callable.symbols(call.taking(site));
        }
        return List.of();
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
                List<SymbolId> targets = Value.Callable.symbols(callable.taking(-1));
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
                            ? creation.head(type).symbol()
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
