package io.mnemolite.parsing.chunk;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.parsing.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text without structure: by lines, a long line by characters. */
public final class FixedChunker {

    private FixedChunker() {}

    /** The chunks in order; joined they are the text, which is UTF-8. */
    public static List<Chunk> chunks(byte[] text, String fileName) {
        Lines lines = new Lines(text);
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        for (int end : Cuts.ofText(text, lines).parts(0, text.length)) {
            String source = new String(text, start, end - start, StandardCharsets.UTF_8);
            int linesOfCode =
                    (int) source.lines().filter(line -> !line.isBlank()).count();
            chunks.add(new Chunk(
                    ChunkType.FALLBACK_FIXED,
                    fileName,
                    fileName,
                    source,
                    lines.lineOf(start),
                    lines.lineOf(end - 1),
                    new ChunkMetadata(
                            null, List.of(), null, List.of(), null, new Complexity(1, linesOfCode), List.of())));
            start = end;
        }
        return chunks;
    }
}
