package io.mnemolite.parsing.chunk;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.ChunkType;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Prose;
import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decides which definitions are units of their own, what they are called, and where they start and end. */
final class UnitTree {

    private static final int DEEPEST = 24;
    private static final int LONGEST_NAME = 200;

    private final Outline outline;
    private final SyntaxTree tree;
    private final Surroundings surroundings;
    private final String fileName;

    UnitTree(Outline outline, Surroundings surroundings, String fileName) {
        this.outline = outline;
        this.tree = outline.tree();
        this.surroundings = surroundings;
        this.fileName = fileName;
    }

    /** The unit of the whole file. */
    Unit build() {
        Unit file = new Unit(ChunkType.MODULE, fileName, "", null, 0, 0, tree.length());
        Deque<Unit> enclosing = new ArrayDeque<>();
        enclosing.push(file);
        for (Definition definition : outline.definitions()) {
            while (!encloses(enclosing.getFirst(), definition)) {
                enclosing.pop();
            }
            Unit parent = enclosing.getFirst();
            if (isWorthAUnit(definition, parent)) {
                Unit unit = unit(definition, parent);
                if (unit.start() < unit.end()) {
                    parent.add(unit);
                    enclosing.push(unit);
                }
            }
        }
        return file;
    }

    private boolean encloses(Unit unit, Definition definition) {
        Definition outer = unit.definition();
        return outer == null || definition.node() < tree.end(outer.node());
    }

    private boolean isWorthAUnit(Definition definition, Unit parent) {
        if (parent.depth() >= DEEPEST || tree.startByte(definition.outer()) < parent.free()) {
            return false;
        }
        boolean isWithinFunction = parent.type() == ChunkType.FUNCTION || parent.type() == ChunkType.METHOD;
        if (!isWithinFunction) {
            return true;
        }
        int size = tree.endByte(definition.outer()) - tree.startByte(definition.outer());
        return parent.isLarge() && size >= Sizes.INNER_LEAST && definition.kind() != Capture.NAMESPACE;
    }

    private Unit unit(Definition definition, Unit parent) {
        int least = Math.max(parent.free(), nameEnd(parent));
        int start = surroundings.start(definition.outer(), least);
        int end = surroundings.end(definition.outer(), parent.end());
        String written = name(definition.name());
        String owner = definition.owner() == NONE ? "" : name(definition.owner());
        int cut = written.lastIndexOf('.');
        String name = cut < 0 ? written : written.substring(cut + 1);
        String around = parent.definition() == null ? packageAt(definition.outer()) : parent.qualifiedName();
        String qualifier = joined(around, joined(owner, cut < 0 ? "" : written.substring(0, cut)));
        boolean isOwned = parent.type() == ChunkType.CLASS || !owner.isEmpty() || cut >= 0;
        ChunkType type = switch (definition.kind()) {
            case CLASS -> ChunkType.CLASS;
            case FUNCTION, METHOD -> isOwned ? ChunkType.METHOD : ChunkType.FUNCTION;
            case NAMESPACE -> ChunkType.MODULE;
            case WRAPPER,
                    NAME,
                    OWNER,
                    BODY,
                    PARAMETER,
                    RETURNS,
                    DECORATOR,
                    DOC,
                    COMMENT,
                    CALL,
                    IMPORT,
                    DECISION,
                    TEST -> throw new IllegalArgumentException(definition.kind() + " defines nothing.");
        };
        return new Unit(
                type,
                type == ChunkType.MODULE ? fileName : name,
                joined(qualifier, name),
                definition,
                parent.depth() + 1,
                start,
                end);
    }

    /** PHP, C#: the namespace that a statement declares for what follows it. Packages of folders are no part of names. */
    private String packageAt(int node) {
        String found = "";
        for (int child = tree.firstChild(0); child != NONE && child < node; child = tree.nextSibling(child)) {
            int name = switch (tree.type(child)) {
                case "namespace_definition", "file_scoped_namespace_declaration" ->
                    tree.child(child, "body") == NONE ? tree.child(child, "name") : NONE;
                default -> NONE;
            };
            found = name == NONE ? found : name(name);
        }
        return found;
    }

    /** The head of the enclosing definition, up to its name at least, is not for an inner one to take. */
    private int nameEnd(Unit unit) {
        Definition definition = unit.definition();
        return definition == null || definition.name() == NONE ? unit.start() : tree.endByte(definition.name());
    }

    /** A name as written, its parts joined by dots: {@code Outer::Inner} is {@code Outer.Inner}. */
    private String name(int node) {
        String text = Prose.bounded(tree.text(node).strip(), LONGEST_NAME);
        String name = text.replace("::", ".").replace('\\', '.');
        boolean isQuoted = name.length() > 2 && (name.startsWith("\"") || name.startsWith("'") || name.startsWith("`"));
        String bare = isQuoted ? name.substring(1, name.length() - 1) : name;
        return bare.replaceAll("\\s+", " ");
    }

    private static String joined(String left, String right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : left + "." + right;
    }
}
