package io.mnemolite.core.event;

/**
 * An event as bytes for the wire; the array is shared and never changed.
 *
 * @param body UTF-8 JSON
 * @param tag the entity tag, for example {@code W/"3.1"}
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for: the bytes are handed to a socket
public record RenderedEvent(byte[] body, String tag) {}
