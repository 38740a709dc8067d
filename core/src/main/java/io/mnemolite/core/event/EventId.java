package io.mnemolite.core.event;

import java.security.SecureRandom;
import java.util.UUID;

/** The identity of an event. */
public record EventId(UUID value) implements Comparable<EventId> {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new identity that sorts by its time of creation (UUID version 7, RFC 9562), which keeps index pages dense. */
    public static EventId next() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(high, low));
    }

    /** Compares as unsigned 128-bit numbers: the order of the text form and of PostgreSQL's uuid. */
    @Override
    public int compareTo(EventId other) {
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
