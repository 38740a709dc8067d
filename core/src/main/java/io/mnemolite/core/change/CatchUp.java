package io.mnemolite.core.change;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.List;

/**
 * Tells a node that may take over from one that knows every write acknowledged anywhere: until it has, an answer of this node
 * may be older than one that a client has already got from another.
 */
public final class CatchUp {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ChangeLog<?> log;
    private final List<LogFollower> followers;

    /** @param log any of the store's logs, for their positions are comparable */
    public CatchUp(ChangeLog<?> log, List<? extends LogFollower> followers) {
        this.log = log;
        this.followers = List.copyOf(followers);
    }

    /**
     * Waits until everything committed before this call is visible in the log and applied by all followers.
     *
     * @throws MnemoliteException when the deadline passes before, or when the store or an index is unavailable
     */
    public void await() {
        IndexPosition frontier = log.frontier();
        while (!log.horizon().reaches(frontier)) {
            pause();
        }
        followers.forEach(LogFollower::awaitPass);
    }

    private static void pause() {
        Deadline.remaining(LONGEST);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The server stops; ask again when it runs.", e);
        }
    }
}
