package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.server.web.monitoring.drawing.SeverityColumns;
import java.util.List;

/** The events of the period. */
public record EventFigures(SeverityColumns chart, List<Shares> shares) {

    public EventFigures {
        shares = List.copyOf(shares);
    }
}
