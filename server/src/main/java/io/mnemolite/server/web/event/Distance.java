package io.mnemolite.server.web.event;

import java.util.Locale;

/** An L2 distance between unit vectors, from 0 (the same) to 2 (the opposite), as a number and as the length of a bar. */
public record Distance(double value) {

    private static final double FARTHEST = 2.0;

    /** With three digits. */
    public String shown() {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** The nearer, the longer: a percentage, for the width of a bar. */
    public String nearness() {
        double percent = 100 * (1 - Math.clamp(value / FARTHEST, 0, 1));
        return String.format(Locale.ROOT, "%.1f%%", Math.max(1, percent));
    }
}
