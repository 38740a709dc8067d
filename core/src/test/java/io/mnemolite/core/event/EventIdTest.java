package io.mnemolite.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void next_isAVersion7UuidOfTheStandardVariant() {
        for (int i = 0; i < 100; i++) {
            UUID value = EventId.next().value();
            assertThat(value.version()).isEqualTo(7);
            assertThat(value.variant()).isEqualTo(2);
        }
    }

    @Test
    void next_beginsWithTheTimeInMilliseconds() {
        long before = System.currentTimeMillis();
        long time = EventId.next().value().getMostSignificantBits() >>> 16;

        assertThat(time).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void next_sortsByMillisecondOfCreation() {
        List<EventId> ids = new ArrayList<>();
        long last = 0;
        while (ids.size() < 5) {
            EventId id = EventId.next();
            long time = id.value().getMostSignificantBits() >>> 16;
            if (time > last) {
                ids.add(id);
                last = time;
            }
        }

        assertThat(ids).isSorted();
    }

    @Test
    void next_isNeverTheSame() {
        Set<EventId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(EventId.next());
        }

        assertThat(ids).hasSize(10_000);
    }

    @Test
    void compareTo_isTheOrderOfTheTextForm() {
        List<EventId> ids = List.of(
                new EventId(new UUID(0, 0)),
                new EventId(new UUID(0, Long.MAX_VALUE)),
                new EventId(new UUID(0, Long.MIN_VALUE)),
                new EventId(new UUID(0, -1)),
                new EventId(new UUID(Long.MAX_VALUE, 0)),
                new EventId(new UUID(Long.MIN_VALUE, 0)),
                new EventId(new UUID(-1, -1)));

        assertThat(ids).isSorted();
        assertThat(ids.stream().map(EventId::toString)).isSorted();
    }
}
