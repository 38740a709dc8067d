package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.CalleeText;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import io.mnemolite.core.code.resolution.registry.Registry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The edges of one Java file. */
public final class JavaResolution {

    private static final int MOST_OVERRIDDEN = 16;

    private final FileFacts facts;
    private final Questions questions;
    private final List<SymbolId> symbols;
    private final JavaSites sites;
    private final List<Edge> edges = new ArrayList<>();
    private final List<UnresolvedSite> unresolved = new ArrayList<>();

    private JavaResolution(Registry registry, FileFacts facts) {
        this.facts = facts;
        questions = new Questions(registry, facts);
        symbols = questions.own().symbols();
        sites = new JavaSites(facts, questions);
    }

    public static Resolution of(Registry registry, FileFacts facts) {
        JavaResolution resolution = new JavaResolution(registry, facts);
        resolution.calls();
        resolution.types();
        resolution.imports();
        return new Resolution(resolution.edges, resolution.unresolved, resolution.questions.keys());
    }

    private void calls() {
        // What stands before a name has a higher number, and is so known before it is asked for.
        for (int i = facts.sites().size() - 1; i >= 0; i--) {
            sites.target(i);
        }
        for (int i = 0; i < facts.sites().size(); i++) {
            CallSite site = facts.sites().get(i);
            if (!site.name().isEmpty()) {
                add(site, sites.target(i));
            }
        }
    }

    private void add(CallSite site, Target target) {
        SymbolId caller = symbols.get(site.caller());
        SymbolId callee =
                target.found() == null ? null : target.found().member().symbol();
        if (target.reason() == null && callee != null) {
            Edge.Kind kind = site.form().isReference() ? Edge.Kind.REFERENCES : Edge.Kind.CALLS;
            edges.add(new Edge(
                    caller,
                    callee,
                    kind,
                    site.line(),
                    site.column(),
                    target.rule(),
                    target.confidence(),
                    target.candidates()));
        } else {
            UnresolvedSite.Reason reason = target.reason() == null ? UnresolvedSite.Reason.EXTERNAL : target.reason();
            String name = name(site, target);
            if (target.reason() == UnresolvedSite.Reason.EXTERNAL && mayBeElsewhere(name, target)) {
                reason = UnresolvedSite.Reason.UNKNOWN_RECEIVER;
            }
            unresolved.add(
                    new UnresolvedSite(caller, CalleeText.of(facts, site), name, site.line(), site.column(), reason));
        }
    }

    /** Whether what Java does not define may be defined by Kotlin or Scala. */
    private boolean mayBeElsewhere(String name, Target target) {
        boolean isStandard = switch (target.receiver()) {
            case Type.Instance instance -> instance.container().isStandard();
            case Type.Array array -> true;
            default -> false;
        };
        return !isStandard
                && (questions.isDefinedElsewhere(Naming.ALONE, name)
                        || questions.isDefinedElsewhere(Naming.METHOD, name));
    }

    /** The name by which the callee is asked for; of {@code super(…)} and {@code this(…)} that of the type, where it is known. */
    private static String name(CallSite site, Target target) {
        boolean isOfType = site.form() == CallSite.Form.SUPER || site.form() == CallSite.Form.THIS;
        String type = !isOfType
                ? ""
                : switch (target.receiver()) {
                    case Type.Instance instance ->
                        instance.container().definition().name();
                    case Type.External external -> external.name().replaceFirst("^\\?", "");
                    default -> "";
                };
        return type.isEmpty() ? CalleeText.name(site) : type.substring(type.lastIndexOf('.') + 1);
    }

    private void types() {
        for (int i = 0; i < facts.definitions().size(); i++) {
            Definition definition = facts.definitions().get(i);
            Container container = questions.own().byDefinition().get(i);
            if (container != null && definition.kind().isType()) {
                inherits(container, symbols.get(i));
            } else if (definition.kind() == DefinitionKind.METHOD) {
                overrides(i, definition);
            }
        }
    }

    private void inherits(Container container, SymbolId symbol) {
        Set<SymbolId> seen = new HashSet<>();
        for (Type supertype : sites.hierarchy().direct(container)) {
            SymbolId target = supertype instanceof Type.Instance instance
                    ? instance.container().symbol()
                    : null;
            boolean isImplicit = container.definition().supertypes().isEmpty();
            if (target != null && !isImplicit && seen.add(target)) {
                int line = container.definition().startLine();
                edges.add(new Edge(symbol, target, Edge.Kind.INHERITS, line, 1, Rule.DECLARATION, 1, 1));
            }
        }
    }

    private void overrides(int index, Definition method) {
        Container owner = questions.own().byDefinition().get(method.owner());
        if (owner == null || method.has(Trait.STATIC) || method.has(Trait.PRIVATE)) {
            return;
        }
        Set<SymbolId> seen = new HashSet<>();
        for (Type supertype : sites.hierarchy().direct(owner)) {
            SymbolId overridden = supertype instanceof Type.Instance instance ? overridden(instance, method) : null;
            if (overridden != null && seen.size() < MOST_OVERRIDDEN && seen.add(overridden)) {
                edges.add(new Edge(
                        overridden,
                        symbols.get(index),
                        Edge.Kind.MAY_DISPATCH,
                        method.startLine(),
                        1,
                        Rule.OVERRIDE,
                        1,
                        1));
            }
        }
    }

    /** The nearest method that another one overrides, told by the number of its parameters and what can be read of their types. */
    private @Nullable SymbolId overridden(Type.Instance supertype, Definition method) {
        int count = method.parameters().size();
        Member only = null;
        for (Hierarchy.Found found : sites.hierarchy().members(supertype, method.name(), Member.Kind.CALLABLE)) {
            Member member = found.member();
            Definition definition = member.definition();
            if (definition == null
                    || definition.parameters().size() != count
                    || member.isStatic()
                    || member.has(Trait.PRIVATE)) {
                continue;
            }
            if (definition.signature().equals(method.signature())) {
                return member.symbol();
            }
            if (hasOtherTypes(definition, method)) {
                continue;
            }
            only = only == null ? member : only;
        }
        return only == null ? null : only.symbol();
    }

    /** Whether some parameter is of another type for certain: two plain names that differ, and neither a type variable. */
    private static boolean hasOtherTypes(Definition one, Definition other) {
        for (int i = 0; i < one.parameters().size(); i++) {
            String first = simple(one.parameters().get(i));
            String second = simple(other.parameters().get(i));
            if (!first.equals(second) && !isVariableLike(first) && !isVariableLike(second)) {
                return true;
            }
        }
        return false;
    }

    private static String simple(Definition.Parameter parameter) {
        if (parameter.type() == null) {
            return "?";
        }
        String name = parameter.type().isArray()
                ? parameter.type().toString()
                : parameter.type().name();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Type variables are written as one capital letter, perhaps with a digit, or all in capitals. */
    private static boolean isVariableLike(String name) {
        return name.equals("?") || (!name.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT)));
    }

    private void imports() {
        for (Import statement : facts.imports()) {
            boolean isOnDemand =
                    statement.kind() == Import.Kind.ON_DEMAND || statement.kind() == Import.Kind.STATIC_ON_DEMAND;
            Type type = isOnDemand && statement.kind() == Import.Kind.ON_DEMAND
                    ? Type.UNKNOWN
                    : sites.names()
                            .qualified(statement.target(), questions.own().context());
            SymbolId target = type instanceof Type.Instance instance
                    ? instance.container().symbol()
                    : null;
            if (target != null) {
                edges.add(new Edge(
                        symbols.getFirst(), target, Edge.Kind.IMPORTS, statement.line(), 1, Rule.IMPORT, 1, 1));
            }
        }
    }
}
