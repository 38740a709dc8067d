package io.mnemolite.parsing.chunk;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Places;
import io.mnemolite.parsing.outline.Prose;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is known of a piece of code. All that is taken from the text is bounded. */
final class Description {

    private static final int MOST_CALLS = 200;
    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HEAD = 600;

    private final Outline outline;
    private final SyntaxTree tree;
    private final Surroundings surroundings;
    private final CodeLines codeLines;

    Description(Outline outline, Surroundings surroundings) {
        this.outline = outline;
        this.tree = outline.tree();
        this.surroundings = surroundings;
        this.codeLines = new CodeLines(tree, outline.comments());
    }

    /** What is known of the part {@code start … end} of {@code unit}. */
    ChunkMetadata of(Unit unit, int start, int end) {
        Definition definition = unit.definition();
        if (definition == null || unit.type() == ChunkType.MODULE) {
            String documentation = definition == null && start == 0 ? ModuleDocumentation.of(tree, surroundings) : "";
            return new ChunkMetadata(
                    null,
                    List.of(),
                    null,
                    List.of(),
                    nullIfEmpty(documentation),
                    complexity(start, end),
                    calls(start, end));
        }
        boolean isFunction = unit.type() != ChunkType.CLASS;
        return new ChunkMetadata(
                signature(definition),
                parameters(definition),
                definition.returns() == NONE ? null : oneLine(definition.returns(), LONGEST_NAME) + stars(definition),
                decorators(unit, definition),
                docstring(unit, definition),
                isFunction ? complexity(unit.start(), unit.end()) : complexity(start, end),
                calls(start, end));
    }

    /** C: what stands before the name and belongs to the type. */
    private String stars(Definition definition) {
        StringBuilder stars = new StringBuilder();
        for (int at = tree.child(definition.node(), "declarator"); at != NONE; at = tree.child(at, "declarator")) {
            if (tree.type(at).equals("pointer_declarator")) {
                stars.append(stars.isEmpty() ? " *" : "*");
            } else {
                break;
            }
        }
        return stars.toString();
    }

    private List<String> calls(int start, int end) {
        Places places = outline.calls();
        Set<String> found = new LinkedHashSet<>();
        int last = places.before(end);
        for (int i = places.before(start); i < last && found.size() < MOST_CALLS; i++) {
            found.add(oneLine(places.node(i), LONGEST_NAME));
        }
        return List.copyOf(found);
    }

    private Complexity complexity(int start, int end) {
        Places decisions = outline.decisions();
        return new Complexity(1 + decisions.before(end) - decisions.before(start), codeLines.within(start, end));
    }

    /** The head without body, documentation and decorators, on one line. */
    private String signature(Definition definition) {
        int start = tree.startByte(definition.outer());
        int end = headEnd(definition);
        return Prose.bounded(withoutOpening(OneLine.of(headText(start, end, definition.decorators()))), LONGEST_HEAD);
    }

    private String headText(int start, int end, int[] decorators) {
        StringBuilder head = new StringBuilder();
        int position = start;
        for (int decorator : decorators) {
            int from = tree.startByte(decorator);
            if (from >= position && from < end) {
                head.append(surroundings.withoutComments(position, from, LONGEST_HEAD));
                position = Math.min(end, tree.endByte(decorator));
            }
        }
        return head.append(surroundings.withoutComments(position, end, LONGEST_HEAD))
                .toString();
    }

    private int headEnd(Definition definition) {
        if (definition.body() != NONE) {
            return tree.startByte(definition.body());
        }
        int known = tree.startByte(definition.node());
        for (int node : new int[] {definition.name(), definition.returns()}) {
            known = node == NONE ? known : Math.max(known, tree.endByte(node));
        }
        for (int parameter : definition.parameters()) {
            known = Math.max(known, tree.endByte(parameter));
        }
        int lineEnd = tree.lines().start(tree.lines().lineOf(known) + 1);
        return Math.clamp(lineEnd, known, Math.max(known, tree.endByte(definition.node())));
    }

    private static String withoutOpening(String head) {
        String text = head;
        while (!text.isEmpty()
                && (text.endsWith("{")
                        || text.endsWith(":")
                        || text.endsWith("=")
                        || text.endsWith(";")
                        || text.endsWith("=>"))) {
            text = text.substring(0, text.length() - (text.endsWith("=>") ? 2 : 1))
                    .strip();
        }
        return text;
    }

    private List<String> parameters(Definition definition) {
        return Arrays.stream(definition.parameters())
                .limit(MOST_PARAMETERS)
                .mapToObj(node -> oneLine(node, LONGEST_NAME))
                .toList();
    }

    private List<String> decorators(Unit unit, Definition definition) {
        List<String> found = new ArrayList<>();
        Places alone = outline.decorators();
        int last = alone.before(tree.startByte(definition.outer()));
        for (int i = alone.before(unit.start()); i < last; i++) {
            found.add(oneLine(alone.node(i), LONGEST_HEAD));
        }
        for (int decorator : definition.decorators()) {
            found.add(oneLine(decorator, LONGEST_HEAD));
        }
        return found.stream().distinct().limit(MOST_PARAMETERS).toList();
    }

    private @Nullable String docstring(Unit unit, Definition definition) {
        if (definition.doc() != NONE) {
            int start = tree.startByte(definition.doc());
            return nullIfEmpty(Prose.ofString(text(start, tree.endByte(definition.doc()), 10_000)));
        }
        return nullIfEmpty(Prose.ofComment(surroundings.comments(unit.start(), tree.startByte(definition.outer()))));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private String oneLine(int node, int longest) {
        return Prose.bounded(OneLine.of(text(tree.startByte(node), tree.endByte(node), 4 * longest)), longest);
    }

    private String text(int start, int end, int most) {
        return tree.text(start, tree.characterStart(Math.min(end, start + most)));
    }
}
