package io.mnemolite.server.rest;

import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventId;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Cursors as opaque text: seconds, nanoseconds and id in base64url. */
final class Cursors {

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    private Cursors() {}

    static String encode(EventCursor cursor) {
        Instant timestamp = cursor.timestamp();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(timestamp.getEpochSecond())
                .putInt(timestamp.getNano())
                .putLong(cursor.id().value().getMostSignificantBits())
                .putLong(cursor.id().value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static EventCursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                Instant timestamp = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
                return new EventCursor(timestamp, new EventId(new UUID(bytes.getLong(), bytes.getLong())));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Falls through to the one answer for every damaged cursor.
        }
        throw new ValidationException(Violation.of(
                "value_error",
                List.of("query", "cursor"),
                "The cursor is not one that this server gave; send next_cursor of the page before, or none.",
                text));
    }
}
