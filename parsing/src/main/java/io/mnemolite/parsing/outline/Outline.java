package io.mnemolite.parsing.outline;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.query.Match;
import io.mnemolite.parsing.query.Query;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a query found in a tree. */
public final class Outline {

    private static final int[] NO_DECORATORS = {};

    private final SyntaxTree tree;
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<Integer, int[]> wrappers = new HashMap<>();
    private final Places calls = new Places();
    private final Places imports = new Places();
    private final Places decisions = new Places();
    private final Places comments = new Places();
    private final Places decorators = new Places();
    private boolean isTest;

    private Outline(SyntaxTree tree) {
        this.tree = tree;
    }

    public static Outline of(SyntaxTree tree, Query query) {
        Outline outline = new Outline(tree);
        query.run(tree, outline::add);
        outline.calls.sort();
        outline.imports.sort();
        outline.decisions.sort();
        outline.comments.sort();
        outline.decorators.sort();
        return outline;
    }

    private void add(Match match) {
        for (int i = 0; i < match.size(); i++) {
            Capture capture = match.capture(i);
            int node = match.node(i);
            if (capture.isDefinition()) {
                define(capture, node, match);
                return;
            }
            switch (capture) {
                case WRAPPER -> {
                    wrappers.put(node, match.all(Capture.DECORATOR));
                    return;
                }
                case CALL -> calls.add(tree, node);
                case IMPORT -> imports.add(tree, node);
                case DECISION -> decisions.add(tree, node);
                case COMMENT -> comments.add(tree, node);
                case DECORATOR -> decorators.add(tree, node);
                case TEST -> isTest = true;
                case FUNCTION, METHOD, CLASS, NAMESPACE, NAME, OWNER, BODY, PARAMETER, RETURNS, DOC -> {}
            }
        }
    }

    private void define(Capture kind, int node, Match match) {
        int name = match.first(Capture.NAME);
        if (name == NONE) {
            return;
        }
        if (!definitions.isEmpty() && definitions.getLast().node() == node) {
            return;
        }
        int outer = node;
        int[] found = match.all(Capture.DECORATOR);
        while (tree.parent(outer) != NONE && wrappers.containsKey(tree.parent(outer))) {
            outer = tree.parent(outer);
            int[] around = wrappers.getOrDefault(outer, NO_DECORATORS);
            found = IntStream.concat(Arrays.stream(around), Arrays.stream(found))
                    .toArray();
        }
        definitions.add(new Definition(
                kind,
                node,
                outer,
                name,
                match.first(Capture.OWNER),
                match.first(Capture.BODY),
                match.first(Capture.RETURNS),
                match.first(Capture.DOC),
                match.all(Capture.PARAMETER),
                found));
    }

    public SyntaxTree tree() {
        return tree;
    }

    /** In preorder: an enclosing one before what it encloses. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** The names of what is called. */
    public Places calls() {
        return calls;
    }

    public Places imports() {
        return imports;
    }

    public Places decisions() {
        return decisions;
    }

    public Places comments() {
        return comments;
    }

    /** Decorators that belong to the definition that follows. */
    public Places decorators() {
        return decorators;
    }

    /** Whether the code says of itself that it tests. */
    public boolean isTest() {
        return isTest;
    }
}
