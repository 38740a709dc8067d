package io.mnemolite.cli.terminal;

/** How far a long job is, on standard error: a bar for a person, a plain line now and then otherwise. */
public interface Progress extends AutoCloseable {

    /** The share to give when the end is not known. */
    double UNKNOWN = Double.NaN;

    /**
     * @param done how many units are done
     * @param share how much of the whole that is, 0..1, or {@link #UNKNOWN}
     */
    default void at(long done, double share) {
        at(done, share, "");
    }

    /** @param more what else there is to say, at the end of the line */
    void at(long done, double share, String more);

    /** Takes the bar away. */
    @Override
    void close();

    /**
     * @param label what happens: {@code Importing}
     * @param unit one unit of it: {@code event}
     */
    static Progress of(Surroundings around, String label, String unit) {
        ProgressText text = new ProgressText(label, unit, around.clock().instant());
        return around.errIsTerminal()
                ? new BarProgress(around.err(), around.clock(), text, around.columns())
                : new LineProgress(around.err(), around.clock(), text);
    }
}
