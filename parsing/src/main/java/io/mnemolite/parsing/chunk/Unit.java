package io.mnemolite.parsing.chunk;

import io.mnemolite.core.code.ChunkType;
import io.mnemolite.parsing.outline.Definition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file that a definition covers, with its documentation and decorators; or the whole file. Those within
 * it are in order and do not overlap.
 */
final class Unit {

    private final ChunkType type;
    private final String name;
    private final String qualifiedName;
    private final @Nullable Definition definition;
    private final int depth;
    private final int start;
    private final int end;
    private final List<Unit> inner = new ArrayList<>();

    Unit(
            ChunkType type,
            String name,
            String qualifiedName,
            @Nullable Definition definition,
            int depth,
            int start,
            int end) {
        this.type = type;
        this.name = name;
        this.qualifiedName = qualifiedName;
        this.definition = definition;
        this.depth = depth;
        this.start = start;
        this.end = end;
    }

    ChunkType type() {
        return type;
    }

    String name() {
        return name;
    }

    /** Empty for the file itself, which lends its name to nothing. */
    String qualifiedName() {
        return qualifiedName;
    }

    @Nullable
    Definition definition() {
        return definition;
    }

    int depth() {
        return depth;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    List<Unit> inner() {
        return inner;
    }

    void add(Unit unit) {
        inner.add(unit);
    }

    /** Where the next unit within this one may start. */
    int free() {
        return inner.isEmpty() ? start : inner.getLast().end;
    }

    boolean isLarge() {
        return end - start > Sizes.WHOLE;
    }
}
