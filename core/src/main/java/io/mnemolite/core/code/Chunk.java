package io.mnemolite.core.code;

/**
 * One piece of a file. The chunks of a file in order, put together, are its text: none overlap and nothing is left out.
 *
 * @param name of the definition; of a piece without one, the file's name
 * @param qualifiedName the names that enclose it and its own, such as {@code Outer.Inner.method}; equal to {@code name}
 *     when nothing encloses it
 * @param source the text, usually whole lines
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 */
public record Chunk(
        ChunkType type,
        String name,
        String qualifiedName,
        String source,
        int startLine,
        int endLine,
        ChunkMetadata metadata) {

    public Chunk {
        if (startLine < 1 || endLine < startLine) {
            throw new IllegalArgumentException(
                    "A chunk lies within lines from 1 on, not " + startLine + ".." + endLine);
        }
    }
}
