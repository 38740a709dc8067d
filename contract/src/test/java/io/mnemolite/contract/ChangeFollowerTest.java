package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.change.ChangeFollower;
import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.change.InMemoryChangeLog;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeFollowerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Whoever waits is served at once, however seldom the log is read otherwise. */
    @Test
    void awaitPass_pollsOnceAnHour_readsTheLogNow() throws Exception {
        InMemoryEventStore store = new InMemoryEventStore(Clock.systemUTC());
        InMemoryChangeLog<EventId> log = new InMemoryChangeLog<>(store);
        AtomicInteger told = new AtomicInteger();
        ChangeListener<EventId> counting = new ChangeListener<>() {
            @Override
            public void changed(Collection<EventId> ids) {
                told.addAndGet(ids.size());
            }

            @Override
            public void everythingChanged() {}
        };
        try (ChangeFollower<EventId> follower = new ChangeFollower<>("follower", log, counting, Duration.ofHours(1))) {
            follower.start();
            CatchUp catchUp = new CatchUp(log, List.of(follower));
            for (int i = 1; i <= 20; i++) {
                boolean isCaughtUp = Deadline.after(PATIENCE).call(() -> {
                    catchUp.await();
                    return true;
                });
                assertThat(isCaughtUp).isTrue();
            }
            assertThat(told).hasValue(0);
        }
    }
}
