package io.mnemolite.core.code.store;

import io.mnemolite.core.code.NameBasedId;
import java.util.UUID;

/** The identity of a source file: a hash of its repository and its path. */
public record CodeFileId(UUID value) implements Comparable<CodeFileId> {

    public static CodeFileId of(String repository, String path) {
        return new CodeFileId(NameBasedId.of("file", repository, path));
    }

    /** Compares as unsigned 128-bit numbers: the order of the text form and of PostgreSQL's uuid. */
    @Override
    public int compareTo(CodeFileId other) {
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
