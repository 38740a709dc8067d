package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of one file of a language that has a query: its definitions, what is called, and what names are bound to. */
public final class GeneralFacts {

    /** Kinds of node in which a name stands behind what it is a member of. */
    private static final Set<String> MEMBER_KINDS = Set.of(
            "attribute",
            "member_expression",
            "selector_expression",
            "field_expression",
            "member_access_expression",
            "navigation_suffix",
            "scoped_identifier",
            "qualified_identifier",
            "scoped_call_expression",
            "member_call_expression");

    /** Of C++: casts and the like that look like calls. */
    private static final Set<String> KEYWORDS = Set.of(
            "alignof",
            "catch",
            "const_cast",
            "decltype",
            "defined",
            "dynamic_cast",
            "for",
            "if",
            "noexcept",
            "reinterpret_cast",
            "return",
            "sizeof",
            "static_assert",
            "static_cast",
            "switch",
            "while");

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;
    private final Arguments arguments;
    private final ImportStatements imports;
    private final Bindings bindings;
    private final Definitions definitions;
    private final Results results;
    private final Map<Integer, Integer> callNames = new HashMap<>();
    private final Map<Integer, Definition> byNode = new HashMap<>();
    private final Set<Integer> closures = new HashSet<>();
    private final boolean isScript;
    private final boolean isGo;
    private final boolean isRuby;
    private final boolean isC;
    private final boolean isSwift;

    private GeneralFacts(Language language, PackageName module, Outline outline) {
        tree = outline.tree();
        isSwift = language.name().equals("swift");
        isC = Family.of(language).equals(Family.C);
        isRuby = Family.of(language).equals(Family.RUBY);
        isGo = Family.of(language).equals(Family.GO);
        isScript = Family.of(language).equals(Family.SCRIPT);
        int[] numbers = FactDraft.unnumbered(tree);
        int siteCount = numberCalls(outline, numbers);
        int scopeCount = numberScopes(outline, module.node(), numbers);
        draft = new FactDraft(tree, module.name(), numbers, siteCount, scopeCount);
        expressions = new Expressions(tree, draft);
        arguments = new Arguments(tree, expressions);
        imports = Imports.of(language, tree, draft, expressions);
        bindings = new Bindings(language, tree, draft, expressions);
        definitions = new Definitions(language, tree, draft, bindings);
        results = new Results(tree, draft, expressions);
    }

    private int numberCalls(Outline outline, int[] numbers) {
        Map<Integer, Integer> called = new HashMap<>();
        for (int i = 0; i < outline.calls().size(); i++) {
            int name = outline.calls().node(i);
            if (isC && KEYWORDS.contains(tree.text(name))) {
                continue;
            }
            int call = callAround(name);
            if (call != NONE) {
                called.putIfAbsent(call, name);
            }
        }
        CalledNames names = new CalledNames(tree);
        for (int node = 0; isScript && node < tree.size(); node++) {
            int name = names.of(node);
            if (name != NONE) {
                called.putIfAbsent(node, name);
            }
        }
        int count = 0;
        for (Map.Entry<Integer, Integer> call :
                called.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            numbers[call.getKey()] = count++;
        }
        callNames.putAll(called);
        return count;
    }

    private int numberScopes(Outline outline, int transparent, int[] numbers) {
        Set<Integer> bodies = new HashSet<>();
        for (Definition definition : outline.definitions()) {
            byNode.putIfAbsent(definition.node(), definition);
            bodies.add(definition.body() == NONE ? NONE : tree.parent(definition.body()));
        }
        byNode.remove(transparent);
        DeclaredMembers declared = new DeclaredMembers(tree);
        int count = 1;
        for (int node = 1; node < tree.size(); node++) {
            Definition further = isScript || isGo || isRuby ? declared.at(node) : null;
            if (further != null) {
                byNode.putIfAbsent(node, further);
            }
            if (!byNode.containsKey(node) && Bindings.isClosure(tree.type(node)) && !bodies.contains(node)) {
                closures.add(node);
            }
            if (byNode.containsKey(node) || closures.contains(node)) {
                numbers[node] = count++;
            }
        }
        byNode.remove(0);
        return count;
    }

    public static FileFacts of(Language language, String path, boolean isTest, Outline outline) {
        PackageName module = PackageName.of(language, path, outline.tree());
        GeneralFacts facts = new GeneralFacts(language, module, outline);
        facts.collect();
        return facts.draft.facts(language, path, isTest, module.name());
    }

    /** The call whose callee this name is. */
    private int callAround(int name) {
        int at = tree.parent(name);
        for (int i = 0; i < 4 && at != NONE; i++) {
            if (Expressions.isCall(tree.type(at)) && !MEMBER_KINDS.contains(tree.type(at))) {
                return at;
            }
            if (tree.type(at).equals("scoped_call_expression") || tree.type(at).equals("member_call_expression")) {
                return at;
            }
            at = tree.parent(at);
        }
        return NONE;
    }

    private void collect() {
        for (int node = 0; node < tree.size(); node++) {
            draft.at(node);
            if (tree.isError(node)) {
                draft.unparsed(node);
            }
            if (!tree.isNamed(node)) {
                continue;
            }
            imports.at(node);
            Definition definition = byNode.get(node);
            if (definition != null) {
                definitions.enter(definition);
                results.enter(definition);
                continue;
            }
            if (closures.contains(node)) {
                draft.open(node, Scope.Kind.LAMBDA);
            }
            bindings.at(node);
            results.at(node);
            Integer name = callNames.get(node);
            if (name != null) {
                call(node, name);
            }
        }
        results.end();
    }

    private void call(int node, int name) {
        boolean isNew = tree.type(node).equals("new_expression")
                || tree.type(node).equals("object_creation_expression")
                || tree.type(node).equals("instance_expression");
        String text = expressions.simple(name);
        if (tree.type(node).equals("macro_invocation")) {
            text += Definitions.RUST_MACRO;
        }
        if (text.equals("super")) {
            // The object as its supertype; in JavaScript the call of its constructor, which names it no further.
            text = tree.grammar().name().equals("python") ? "" : isScript ? "constructor" : text;
        }
        boolean isRubys = isRuby && text.equals("super");
        if (isRubys) {
            text = draft.definition(draft.definition()).name();
        }
        boolean isSuper = isRubys || (isScript && tree.type(name).equals("super"));
        Expression receiver = isSuper ? new Expression.Parent(null) : receiver(node, name);
        draft.site(
                node,
                new CallSite(
                        isNew ? CallSite.Form.NEW : isSuper ? CallSite.Form.SUPER : CallSite.Form.CALL,
                        text,
                        receiver,
                        isNew && receiver == null ? TypeRef.of(text) : null,
                        arguments.count(node),
                        arguments.of(node),
                        isSwift ? arguments.labels(node) : List.of(),
                        draft.scope(),
                        draft.definition(),
                        tree.startLine(name),
                        tree.startColumn(name),
                        tree.startByte(name)));
    }

    private @Nullable Expression receiver(int call, int name) {
        if (tree.type(name).equals("variable_name")) {
            // PHP: a function that the variable names or holds.
            return Expression.UNKNOWN;
        }
        Expression object = object(call, name);
        // A qualified name, of which only the last part is that of what is called.
        List<String> around = expressions.qualifiers(name);
        if (object == null) {
            // PHP: the namespace of the file itself.
            boolean isOwn = around.equals(List.of("namespace"));
            return around.isEmpty() || isOwn ? null : expressions.path(name, around);
        }
        for (String part : around) {
            object = new Expression.Member(object, part);
        }
        return object;
    }

    private @Nullable Expression object(int call, int name) {
        int parent = tree.parent(name);
        int object = NONE;
        if (parent == call) {
            // Some grammars keep the object beside the name within the call.
            for (String field : List.of("object", "receiver", "scope")) {
                int child = tree.child(call, field);
                object = child != NONE && child != name ? child : object;
            }
            return object == NONE ? null : expressions.of(object);
        }
        if (tree.type(parent).equals("navigation_suffix") || tree.type(parent).equals("generic_name")) {
            parent = tree.parent(parent);
        }
        object = tree.child(parent, "expression");
        object = object == NONE ? expressions.firstNamed(parent) : object;
        boolean isMember =
                MEMBER_KINDS.contains(tree.type(parent)) || tree.type(parent).equals("navigation_expression");
        if (!isMember || object == NONE || object >= name) {
            return null;
        }
        return tree.type(parent).equals("scoped_identifier") ? expressions.scope(object) : expressions.of(object);
    }
}
