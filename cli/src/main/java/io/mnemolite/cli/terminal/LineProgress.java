package io.mnemolite.cli.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A plain line every five seconds, for logs; a job shorter than that prints none. */
final class LineProgress implements Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintStream err;
    private final Clock clock;
    private final ProgressText text;
    private Instant due;

    LineProgress(PrintStream err, Clock clock, ProgressText text) {
        this.err = err;
        this.clock = clock;
        this.text = text;
        this.due = text.begin().plus(INTERVAL);
    }

    @Override
    public void at(long done, double share, String more) {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(INTERVAL);
        err.println(text.label() + ": " + text.figures(done, share, now) + (more.isEmpty() ? "" : ", " + more));
    }

    @Override
    public void close() {}
}
