package io.mnemolite.cli.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One line that is redrawn at most ten times a second. */
final class BarProgress implements Progress {

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final int BAR = 20;

    private final PrintStream err;
    private final Clock clock;
    private final ProgressText text;
    private final int columns;
    private Instant due;

    BarProgress(PrintStream err, Clock clock, ProgressText text, int columns) {
        this.err = err;
        this.clock = clock;
        this.text = text;
        this.columns = columns;
        this.due = text.begin();
    }

    @Override
    public void at(long done, double share, String more) {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(REDRAW);
        String line =
                text.label() + " " + bar(share) + text.figures(done, share, now) + (more.isEmpty() ? "" : ", " + more);
        // A line that wraps could not be redrawn.
        err.print("\r" + line.substring(0, Math.min(line.length(), columns - 1)) + "\u001B[K");
        err.flush();
    }

    private static String bar(double share) {
        if (!(share >= 0 && share <= 1)) {
            return "";
        }
        int filled = (int) Math.round(share * BAR);
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] ";
    }

    @Override
    public void close() {
        err.print("\r\u001B[K");
        err.flush();
    }
}
