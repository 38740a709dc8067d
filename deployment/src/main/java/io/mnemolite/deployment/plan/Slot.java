package io.mnemolite.deployment.plan;

import java.util.Locale;

/** One of the two places a server runs in. At most one of them serves; the other is for the next release. */
public enum Slot {
    BLUE,
    GREEN;

    public Slot other() {
        return this == BLUE ? GREEN : BLUE;
    }

    /** As folders, the journal and HAProxy's configuration have it. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #lowerName()}. */
    public static Slot named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
