package io.mnemolite.core.operation;

import java.util.Locale;
import java.util.Map;

/** How well a server is, the best first. */
public enum Condition {
    OPERATIONAL,
    DEGRADED,
    CRITICAL;

    /** More warnings than this within 24 hours are unusual. */
    public static final int WARNINGS_TOLERATED = 5;

    /** What the events of the last 24 hours say of what they report on: any critical one counts, and many warnings do. */
    public static Condition ofSeverities(Map<String, Long> severities) {
        if (severities.getOrDefault("critical", 0L) > 0) {
            return CRITICAL;
        }
        return severities.getOrDefault("warning", 0L) > WARNINGS_TOLERATED ? DEGRADED : OPERATIONAL;
    }

    /** Its name as the API writes it, such as {@code degraded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
