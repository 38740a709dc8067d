package io.mnemolite.parsing.chunk;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file by its definitions. */
public final class TreeChunker {

    private TreeChunker() {}

    /**
     * The chunks in order; joined they are the text.
     *
     * @param text what the outline's tree was made of
     * @param fileName the name of what belongs to no definition
     */
    public static List<Chunk> chunks(Outline outline, byte[] text, String fileName) {
        SyntaxTree tree = outline.tree();
        Surroundings surroundings = new Surroundings(outline);
        Unit file = new UnitTree(outline, surroundings, fileName).build();
        Description description = new Description(outline, surroundings);
        Cuts cuts = Cuts.ofTree(tree, text);
        List<Chunk> chunks = new ArrayList<>();
        for (Piece piece : Partition.of(file, tree, outline.comments())) {
            int start = piece.start();
            for (int end : cuts.parts(start, piece.end())) {
                ChunkMetadata metadata = description.of(piece.unit(), start, end);
                chunks.add(chunk(piece.unit(), tree, start, end, metadata));
                start = end;
            }
        }
        return chunks;
    }

    private static Chunk chunk(Unit unit, SyntaxTree tree, int start, int end, ChunkMetadata metadata) {
        return new Chunk(
                unit.type(),
                unit.name(),
                unit.type() == ChunkType.MODULE ? unit.name() : unit.qualifiedName(),
                tree.text(start, end),
                tree.lines().lineOf(start),
                tree.lines().lineOf(end - 1),
                metadata);
    }
}
