package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.NameBasedId;
import java.util.UUID;

/** The identity of a chunk: a hash of its repository, path, type, qualified name, and its place among those equal in all that. */
public record CodeChunkId(UUID value) implements Comparable<CodeChunkId> {

    /** @param place among the chunks of the file that have the same type and qualified name, from 0 */
    public static CodeChunkId of(String repository, String path, Chunk chunk, int place) {
        return new CodeChunkId(NameBasedId.of(
                "chunk", repository, path, chunk.type().wireName(), chunk.qualifiedName(), Integer.toString(place)));
    }

    /** Compares as unsigned 128-bit numbers: the order of the text form and of PostgreSQL's uuid. */
    @Override
    public int compareTo(CodeChunkId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
