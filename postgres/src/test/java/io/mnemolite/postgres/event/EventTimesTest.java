package io.mnemolite.postgres.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.postgres.TestStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private EventStore events;

    @BeforeEach
    void open() {
        events = STORE.empty().events();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-4712-01-01T00:00:00Z",
                "-0001-02-28T23:59:59.999999Z",
                "0000-12-31T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1582-10-10T12:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z",
                "+10000-01-01T00:00:00Z",
                "+294276-12-31T23:59:59Z"
            })
    void insert_anyTimePostgresHolds_isReadBackExactly(String time) {
        Event stored = events.insert(List.of(EventSample.text("then").at(time).draft()))
                .getFirst();

        assertThat(stored.timestamp()).isEqualTo(Instant.parse(time));
        assertThat(events.find(stored.id())).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4713-01-01T00:00:00Z", "+294277-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void insert_timeBeyondPostgres_isRefused(String time) {
        assertThatThrownBy(() ->
                        events.insert(List.of(EventSample.text("then").at(time).draft())))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE));
    }

    @Test
    void filter_boundsBeyondPostgres_excludeNothing() {
        Event stored = events.insert(List.of(EventSample.text("now").draft())).getFirst();

        assertThat(events.filter(new EventFilter(EventFilter.ALL.metadata(), Instant.MIN, Instant.MAX), 10, 0))
                .containsExactly(stored);
        assertThat(events.count(new EventFilter(EventFilter.ALL.metadata(), Instant.MAX, null)))
                .isZero();
    }
}
