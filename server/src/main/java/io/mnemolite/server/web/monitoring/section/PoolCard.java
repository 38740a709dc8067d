package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import java.util.Locale;

/**
 * The connections to the database.
 *
 * @param used those in use, as a width of all there may be
 * @param idle those open and free, as a width
 * @param idleAt where these begin
 * @param sizeAt where those beyond the usual size begin
 * @param summary the gauge in words
 */
public record PoolCard(PoolFigures figures, String used, String idle, String idleAt, String sizeAt, String summary) {

    public static PoolCard of(PoolFigures figures) {
        int most = Math.max(1, figures.size() + figures.maxOverflow());
        return new PoolCard(
                figures,
                percent(figures.checkedOut(), most),
                percent(figures.checkedIn(), most),
                percent(figures.checkedOut(), most),
                percent(figures.size(), most),
                figures.checkedOut() + " of at most " + most + " connections in use, " + figures.checkedIn() + " idle, "
                        + figures.waiting() + " callers wait.");
    }

    private static String percent(int part, int of) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / of);
    }
}
