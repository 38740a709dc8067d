package io.mnemolite.server.web.monitoring;

import io.mnemolite.server.web.event.EventCard;
import io.mnemolite.server.web.monitoring.process.CacheCards;
import io.mnemolite.server.web.monitoring.process.Machine;
import io.mnemolite.server.web.monitoring.process.ProcessFigures;
import io.mnemolite.server.web.monitoring.process.RouteTable;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.monitoring.section.Banner;
import io.mnemolite.server.web.monitoring.section.Database;
import io.mnemolite.server.web.monitoring.section.EventFigures;
import io.mnemolite.server.web.monitoring.section.IndexCard;
import io.mnemolite.server.web.monitoring.section.PoolCard;
import io.mnemolite.server.web.monitoring.section.Queue;
import io.mnemolite.server.web.monitoring.section.Statement;
import java.util.List;

/**
 * All that the operator's page shows, read at one moment.
 *
 * @param critical the newest critical events
 * @param statements the slowest ones since the start
 */
public record Monitoring(
        Selection selection,
        Banner banner,
        ProcessFigures process,
        Answer<EventFigures> events,
        Answer<List<EventCard>> critical,
        CacheCards caches,
        RouteTable routes,
        List<Statement> statements,
        PoolCard pool,
        Answer<Database> database,
        List<IndexCard> indexes,
        Answer<Queue> eventVectors,
        Answer<Queue> codeVectors,
        Machine machine) {

    public Monitoring {
        statements = List.copyOf(statements);
        indexes = List.copyOf(indexes);
    }
}
