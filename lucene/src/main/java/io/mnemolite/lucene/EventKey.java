package io.mnemolite.lucene;

import io.mnemolite.core.event.EventId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/** An event's id as 16 bytes, whose unsigned order is the order of ids. */
final class EventKey {

    private EventKey() {}

    static BytesRef of(EventId id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array());
    }

    static EventId id(BytesRef key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new EventId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
