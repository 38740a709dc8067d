package io.mnemolite.lucene.query;

import io.mnemolite.core.deadline.Deadline;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** Ends a long search of one thread with the deadline of its request. */
public final class RequestDeadline implements QueryTimeout {

    private static final Duration UNLIMITED = Duration.ofDays(1);

    /** Lucene asks per document or per vector, which is more often than a clock should be read. */
    private static final int ASKED_PER_CHECK = 32;

    private int asked;

    /** Never true: the deadline's own exception ends the search. */
    @Override
    public boolean shouldExit() {
        if (++asked % ASKED_PER_CHECK == 0) {
            check();
        }
        return false;
    }

    /** @throws io.mnemolite.core.error.MnemoliteException when the deadline has passed */
    public void check() {
        Deadline.remaining(UNLIMITED);
    }
}
