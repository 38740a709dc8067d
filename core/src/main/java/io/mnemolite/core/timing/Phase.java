package io.mnemolite.core.timing;

import java.util.Locale;

/** What a request spends its time with. Each moment belongs to the innermost one; what is left over is the request's own. */
public enum Phase {
    /** Waiting for a place among the requests that execute. */
    ADMISSION,
    /** Waiting for a connection to the database. */
    POOL,
    /** Statements, from sending one to having read its rows. */
    SQL,
    /** Searching the index, waiting for its newest state included. */
    INDEX,
    /** Making the vector of a text. */
    EMBEDDING,
    /** Writing the answer as JSON. */
    SERIALISATION;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
