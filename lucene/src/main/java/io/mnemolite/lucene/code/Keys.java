package io.mnemolite.lucene.code;

import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeFileId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/** Ids as 16 bytes, whose unsigned order is the order of ids. */
final class Keys {

    private Keys() {}

    static BytesRef of(CodeFileId id) {
        return of(id.value());
    }

    static BytesRef of(CodeChunkId id) {
        return of(id.value());
    }

    private static BytesRef of(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static CodeFileId file(BytesRef key) {
        return new CodeFileId(id(key));
    }

    static CodeChunkId chunk(BytesRef key) {
        return new CodeChunkId(id(key));
    }

    private static UUID id(BytesRef key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
