package io.mnemolite.parsing.facts.draft;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one file while its tree is walked in preorder. Call sites and scopes have their numbers before the walk,
 * because an expression names what stands later in it.
 */
public final class FactDraft {

    private final SyntaxTree tree;
    private final int[] numbers;
    private final List<Import> imports = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<ScopeDraft> scopes = new ArrayList<>();
    private final @Nullable CallSite[] sites;
    private final List<CallSite> unparsed = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    private record ScopeDraft(Scope.Kind kind, int parent, int definition, List<Binding> bindings) {}

    /** Where the walk is, until it reaches the node {@code end}. */
    private record Frame(int end, int scope, int definition) {}

    /**
     * @param module the qualified name of the module symbol
     * @param numbers of nodes that are call sites or scopes, counted each in preorder, scopes from 1
     * @param siteCount how many numbers of sites there are
     * @param scopeCount how many numbers of scopes there are, the file's included
     */
    public FactDraft(SyntaxTree tree, String module, int[] numbers, int siteCount, int scopeCount) {
        this.tree = tree;
        this.numbers = numbers;
        this.sites = new CallSite[siteCount];
        int lines = Math.max(1, tree.endLine(0));
        definitions.add(new Definition(
                DefinitionKind.MODULE,
                module.substring(Math.max(module.lastIndexOf('.'), module.lastIndexOf('/')) + 1),
                module,
                -1,
                0,
                Set.of(),
                List.of(),
                List.of(),
                0,
                0,
                null,
                List.of(),
                1,
                lines));
        for (int i = 0; i < scopeCount; i++) {
            scopes.add(
                    new ScopeDraft(i == 0 ? Scope.Kind.FILE : Scope.Kind.BLOCK, i == 0 ? -1 : 0, 0, new ArrayList<>()));
        }
        frames.add(new Frame(tree.size(), 0, 0));
    }

    /** Tells that the walk is at this node, so that what ended before it is left. */
    public void at(int node) {
        while (frames.size() > 1 && frames.getLast().end() <= node) {
            frames.removeLast();
        }
    }

    /** The scope in which the walk is. */
    public int scope() {
        return frames.getLast().scope();
    }

    /** The definition in which the walk is. */
    public int definition() {
        return frames.getLast().definition();
    }

    /** The number of a node that is a call site or scope; -1 of another one. */
    public int number(int node) {
        return numbers[node];
    }

    /** Adds a definition without entering it. */
    public int define(Definition definition) {
        definitions.add(definition);
        return definitions.size() - 1;
    }

    public Definition definition(int index) {
        return definitions.get(index);
    }

    /** Enters the scope that {@code node} is, as part of the current definition. */
    public void open(int node, Scope.Kind kind) {
        open(node, kind, definition());
    }

    /** Enters the scope that {@code node} is, as that of a definition. */
    public void open(int node, Scope.Kind kind, int definition) {
        int scope = numbers[node];
        scopes.set(
                scope,
                new ScopeDraft(kind, scope(), definition, scopes.get(scope).bindings()));
        frames.add(new Frame(tree.end(node), scope, definition));
    }

    /** Enters a definition that has no scope of its own. */
    public void enter(int node, int definition) {
        frames.add(new Frame(tree.end(node), scope(), definition));
    }

    /** Binds a name in the current scope. */
    public void bind(Binding binding) {
        bind(scope(), binding);
    }

    public void bind(int scope, Binding binding) {
        scopes.get(scope).bindings().add(binding);
    }

    public List<Binding> bindings(int scope) {
        return scopes.get(scope).bindings();
    }

    public Scope.Kind kindOf(int scope) {
        return scopes.get(scope).kind();
    }

    public int parentOf(int scope) {
        return scopes.get(scope).parent();
    }

    public void add(Import statement) {
        imports.add(statement);
    }

    /** Sets the call site that {@code node} is. */
    public void site(int node, CallSite site) {
        sites[numbers[node]] = site;
    }

    /**
     * Adds what looks like calls in text that could not be parsed: names before a parenthesis, of which nothing else is known.
     *
     * @param error a node without a structure
     */
    public void unparsed(int error) {
        for (int child = tree.firstChild(error); child != NONE; child = tree.nextSibling(child)) {
            unparsedCall(child);
        }
        if (error > 0 && tree.endByte(error - 1) == tree.startByte(error)) {
            // What was parsed last before the parenthesis.
            unparsedCall(error - 1);
        }
    }

    private void unparsedCall(int name) {
        String type = tree.type(name);
        boolean isName = tree.firstChild(name) == NONE
                && (type.endsWith("identifier") || type.equals("name") || type.equals("constant"));
        int end = tree.endByte(name);
        if (isName && end < tree.length() && tree.byteAt(end) == '(') {
            unparsed.add(new CallSite(
                    CallSite.Form.CALL,
                    tree.text(name),
                    Expression.UNKNOWN,
                    null,
                    -1,
                    List.of(),
                    scope(),
                    definition(),
                    tree.startLine(name),
                    tree.startColumn(name),
                    tree.startByte(name)));
        }
    }

    public FileFacts facts(Language language, String path, boolean isTest, String module) {
        List<CallSite> found = new ArrayList<>(sites.length);
        for (CallSite site : sites) {
            // What could not be read keeps its number, for others count on theirs; without a name it is never resolved.
            found.add(
                    site != null
                            ? site
                            : new CallSite(CallSite.Form.CALL, "", null, null, 0, List.of(), 0, 0, 1, 1, 0));
        }
        found.addAll(unparsed);
        return new FileFacts(
                language,
                path,
                isTest,
                module,
                imports,
                definitions,
                scopes.stream()
                        .map(scope -> new Scope(scope.kind(), scope.parent(), scope.definition(), scope.bindings()))
                        .toList(),
                found);
    }

    /** No numbers yet, for a tree. */
    public static int[] unnumbered(SyntaxTree tree) {
        int[] numbers = new int[tree.size()];
        Arrays.fill(numbers, -1);
        return numbers;
    }
}
