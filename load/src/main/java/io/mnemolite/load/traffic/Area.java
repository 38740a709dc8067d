package io.mnemolite.load.traffic;

import java.util.Locale;

/** What a request is about; the percentages of the mix are those of areas. */
public enum Area {
    SEARCH,
    EVENTS,
    INDEXING,
    GRAPH,
    HEALTH;

    /** As it stands in summaries and tables. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
