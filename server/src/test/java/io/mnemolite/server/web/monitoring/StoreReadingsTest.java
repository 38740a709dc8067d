package io.mnemolite.server.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.operation.InMemoryEventStatistics;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.monitoring.section.EventFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreReadingsTest {

    private static final String SENTENCE = "No connection to the database became free in time.";

    private final InMemoryEventStore events = new InMemoryEventStore();
    private final ScriptedMonitor monitor = new ScriptedMonitor();
    private final StoreReadings readings = new StoreReadings(
            monitor,
            new InMemoryEventStatistics(events),
            events,
            new InMemoryCodeStore(),
            new EmbeddingSpace("model", 4));

    /** Figures that fail when told to. */
    private static final class ScriptedMonitor implements StoreMonitor {

        private RuntimeException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, SENTENCE);

        @Override
        public String version() {
            return "18.1";
        }

        @Override
        public int countTables(List<String> names) {
            throw failure;
        }

        @Override
        public PoolFigures pool() {
            throw failure;
        }

        @Override
        public DatabaseFigures figures() {
            throw failure;
        }

        @Override
        public List<StatementFigures> slowStatements(int limit) {
            throw failure;
        }

        @Override
        public List<IndexFigures> indexes() {
            throw failure;
        }
    }

    @Test
    void oneAnswerThatFails_saysWhy_andLeavesTheOthers() {
        store("critical");

        assertThat(readings.figures(false)).isEqualTo(Answer.failed(SENTENCE));
        assertThat(readings.version()).isEqualTo(Answer.of("18.1"));
        assertThat(readings.severities(EventSample.NOON)).isEqualTo(Answer.of(Map.of("critical", 1L)));
        assertThat(readings.critical().value()).hasSize(1);
        assertThat(readings.awaitingEvents()).isEqualTo(Answer.of(0L));
        assertThat(readings.codeVectors(false)).isEqualTo(Answer.of(new StoreReadings.Vectors(0, 0)));
    }

    @Test
    void unexpectedFailure_isNotShownAsItStands() {
        monitor.failure = new IllegalStateException("password=secret");

        assertThat(readings.figures(false))
                .isEqualTo(Answer.failed("An unexpected failure; the server's log has its cause."));
    }

    @Test
    void events_ofALongPeriod_areKeptForSomeSeconds_unlessFreshOnesAreWanted() {
        store("critical");
        assertThat(total(Period.MONTH, false)).isOne();
        store("warning");

        assertThat(total(Period.MONTH, false)).isOne();
        assertThat(total(Period.DAY, false)).isEqualTo(2);
        assertThat(total(Period.MONTH, true)).isEqualTo(2);
        assertThat(total(Period.MONTH, false)).isEqualTo(2);
    }

    private long total(Period period, boolean isFresh) {
        EventFigures figures =
                readings.events(period, EventSample.NOON, isFresh).value();
        assertThat(figures).isNotNull();
        return figures == null ? -1 : figures.chart().total();
    }

    private void store(String severity) {
        events.insert(
                List.of(EventSample.metadata("{severity: '" + severity + "'}").draft()));
    }
}
