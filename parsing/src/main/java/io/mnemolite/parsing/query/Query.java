package io.mnemolite.parsing.query;

import io.mnemolite.parsing.tree.Grammar;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Patterns for the trees of one grammar. They look like tree-sitter's queries and mean almost the same:
 *
 * <pre>
 * (method_declaration                      ; a named node of this type …
 *   "static"                               ; … with this keyword
 *   name: (identifier) &#64;name               ; … and a child in this field, captured
 *   type: [(int_type) (void_type)]? &#64;returns   ; one of several, perhaps
 *   parameters: (_ (parameter)* &#64;parameter)     ; (_) is any named node, * and + take all that match
 *   !body !"native"                        ; no child in this field, and no such keyword
 *   (#any-of? &#64;name "main" "run")) &#64;method  ; each node captured so has one of these texts; #capital?: begins so
 * </pre>
 *
 * <p>The differences keep matching linear: children are looked for independently of each other and in any order, a
 * pattern without quantifier takes the first child that fits and never another, and each pattern gives one match a node.
 * {@code . (x)} must be the first named child. An addition is {@code (.. (x))}: the node itself or the first below it.
 */
public final class Query {

    private final Pattern.Root[][] byKind;

    private Query(Pattern.Root[][] byKind) {
        this.byKind = byKind;
    }

    /**
     * @param source shown in errors
     * @throws IllegalArgumentException when the text is no query, or names what the grammar does not have
     */
    public static Query compile(String text, Grammar grammar, String source) {
        List<List<Pattern.Root>> byKind = new ArrayList<>();
        for (int kind = 0; kind < grammar.kindCount(); kind++) {
            byKind.add(new ArrayList<>());
        }
        for (Pattern.Root root : new QueryReader(text, grammar, source).read()) {
            register(root, root.pattern(), byKind, source);
        }
        return new Query(
                byKind.stream().map(roots -> roots.toArray(Pattern.Root[]::new)).toArray(Pattern.Root[][]::new));
    }

    private static void register(Pattern.Root root, Pattern pattern, List<List<Pattern.Root>> byKind, String source) {
        switch (pattern.shape()) {
            case Pattern.Kind kind
            when kind.kind() != Pattern.Kind.ANY_NAMED -> {
                List<Pattern.Root> known = byKind.get(kind.kind());
                if (!known.contains(root)) {
                    known.add(root);
                }
            }
            case Pattern.OneOf oneOf -> oneOf.patterns().forEach(each -> register(root, each, byKind, source));
            case Pattern.Kind any -> throw outermost(source, any);
            case Pattern.Below below -> throw outermost(source, below);
        }
    }

    private static IllegalArgumentException outermost(String source, Pattern.Shape shape) {
        return new IllegalArgumentException(
                source + ": a pattern on the outermost level names a type of node; this one is " + shape + ".");
    }

    /** Hands over each match, in preorder of the nodes and then in the order of the patterns. */
    public void run(SyntaxTree tree, Consumer<Match> consumer) {
        Match match = new Match();
        for (int node = 0; node < tree.size(); node++) {
            for (Pattern.Root root : byKind[tree.kind(node)]) {
                match.truncate(0);
                if (root.pattern().matches(tree, node, match) && holds(root.conditions(), tree, match)) {
                    consumer.accept(match);
                }
            }
        }
    }

    private static boolean holds(List<Pattern.Condition> conditions, SyntaxTree tree, Match match) {
        for (Pattern.Condition condition : conditions) {
            for (int node : match.all(condition.capture())) {
                boolean holds =
                        condition.texts().isEmpty() ? isCapital(tree, node) : isOneOf(condition.texts(), tree, node);
                if (!holds) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCapital(SyntaxTree tree, int node) {
        String text = tree.text(node);
        return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }

    /** The texts are ASCII. */
    private static boolean isOneOf(Set<String> texts, SyntaxTree tree, int node) {
        int length = tree.endByte(node) - tree.startByte(node);
        for (String text : texts) {
            // The length is compared first, so that no long text is decoded.
            if (text.length() == length && text.equals(tree.text(node))) {
                return true;
            }
        }
        return false;
    }
}
