package io.mnemolite.core.event;

/** How an event is written on the wire, pure and without I/O. */
public interface EventRepresentation {

    RenderedEvent render(Event event, Variant variant);

    /** Which form of the event. */
    enum Variant {
        WITH_EMBEDDING,
        WITHOUT_EMBEDDING
    }
}
