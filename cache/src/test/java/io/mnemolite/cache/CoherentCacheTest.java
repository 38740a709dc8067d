package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the cache keeps, and for how long; see {@link CoherentCacheLoadTest} for loads under way. */
class CoherentCacheTest {

    private static final EventId ID = EventId.next();
    private static final EventId OTHER = EventId.next();

    private final Epochs epochs = new Epochs();
    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger loads = new AtomicInteger();

    private CoherentCache<EventId, String> cache(CacheSettings settings) {
        EntryRules<EventId, String> rules = new EntryRules<>(
                id -> List.of(new Tag.OneEvent(id)), (id, value) -> value.length(), epochs::bumpsOfEvents);
        return new CoherentCache<>(epochs, rules, settings, ticker);
    }

    private CoherentCache<EventId, String> cache() {
        return cache(new CacheSettings(Duration.ofSeconds(60), 1000, 32 << 20));
    }

    private Supplier<Optional<String>> loading(String value) {
        return () -> {
            loads.incrementAndGet();
            return Optional.of(value);
        };
    }

    @Test
    void get_secondTime_isAHit() {
        CoherentCache<EventId, String> cache = cache();
        assertThat(cache.get(ID, loading("a"))).contains("a");
        assertThat(cache.get(ID, loading("b"))).contains("a");
        assertThat(loads).hasValue(1);
        assertThat(cache.figures().hits()).isEqualTo(1);
        assertThat(cache.figures().misses()).isEqualTo(1);
    }

    @Test
    void get_afterChange_loadsAnew() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("a"));
        cache.get(OTHER, loading("o"));
        epochs.changed(List.of(ID));
        assertThat(cache.get(ID, loading("b"))).contains("b");
        assertThat(cache.get(OTHER, loading("p"))).contains("o");
        assertThat(cache.figures().invalidations()).isEqualTo(1);
    }

    @Test
    void get_afterEverythingChanged_loadsAnew() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("a"));
        epochs.everythingChanged();
        assertThat(cache.get(ID, loading("b"))).contains("b");
    }

    @Test
    void get_absent_isNotKept() {
        CoherentCache<EventId, String> cache = cache();
        assertThat(cache.get(ID, Optional::empty)).isEmpty();
        assertThat(cache.get(ID, loading("a"))).contains("a");
    }

    @Test
    void get_afterTimeToLive_loadsAnew() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("a"));
        ticker.advance(Duration.ofSeconds(59));
        assertThat(cache.get(ID, loading("b"))).contains("a");
        ticker.advance(Duration.ofSeconds(2));
        assertThat(cache.peek(ID)).isNull();
        assertThat(cache.get(ID, loading("c"))).contains("c");
    }

    @Test
    void get_failedLoad_throwsItAndKeepsNothing() {
        CoherentCache<EventId, String> cache = cache();
        MnemoliteException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.");
        assertThatThrownBy(() -> cache.get(ID, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(cache.get(ID, loading("a"))).contains("a");
    }

    @Test
    void get_error_reachesTheCaller() {
        AssertionError error = new AssertionError("broken");
        assertThatThrownBy(() -> cache().get(ID, () -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void get_deadlinePassed_startsNoLoad() {
        assertThatThrownBy(() -> Deadline.after(Duration.ZERO).call(() -> cache().get(ID, loading("a"))))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
        assertThat(loads).hasValue(0);
    }

    @Test
    void peek_countsOnlyHits() {
        CoherentCache<EventId, String> cache = cache();
        assertThat(cache.peek(ID)).isNull();
        assertThat(cache.figures().misses()).isZero();
        cache.get(ID, loading("a"));
        assertThat(cache.peek(ID)).isEqualTo("a");
        assertThat(cache.figures().hits()).isEqualTo(1);
        epochs.changed(List.of(ID));
        assertThat(cache.peek(ID)).isNull();
        assertThat(cache.figures().misses()).isEqualTo(1);
    }

    @Test
    void bypass_loadsYetFills() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("a"));
        assertThat(cache.bypass(ID, loading("b"))).contains("b");
        assertThat(cache.get(ID, loading("c"))).contains("b");
        assertThat(cache.figures().loads()).isEqualTo(2);
    }

    @Test
    void get_largeValue_isNotKept() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("x".repeat((int) CoherentCache.LARGEST_ENTRY)));
        cache.get(OTHER, loading("x".repeat((int) CoherentCache.LARGEST_ENTRY + 1)));
        assertThat(cache.peek(ID)).isNotNull();
        assertThat(cache.peek(OTHER)).isNull();
        assertThat(cache.figures().memoryBytes()).isEqualTo(CoherentCache.LARGEST_ENTRY);
    }

    @Test
    void figures_manyLargeValues_stayWithinTheBytes() {
        CoherentCache<EventId, String> cache = cache(new CacheSettings(Duration.ofSeconds(60), 1000, 1 << 20));
        for (int i = 0; i < 200; i++) {
            cache.get(EventId.next(), loading("x".repeat(100_000)));
            assertThat(cache.figures().memoryBytes()).isLessThanOrEqualTo(1 << 20);
        }
        assertThat(cache.figures().items()).isBetween(5L, 10L);
        assertThat(cache.figures().evictions()).isGreaterThanOrEqualTo(190);
    }

    @Test
    void figures_manySmallValues_stayWithinTheItems() {
        CoherentCache<EventId, String> cache = cache(new CacheSettings(Duration.ofSeconds(60), 10, 32 << 20));
        for (int i = 0; i < 200; i++) {
            cache.get(EventId.next(), loading("x"));
            assertThat(cache.figures().items()).isLessThanOrEqualTo(10);
        }
        assertThat(cache.figures().items()).isEqualTo(10);
        assertThat(cache.figures().maxItems()).isEqualTo(10);
    }

    @Test
    void figures_outdatedEntries_areNotCounted() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("abc"));
        cache.get(OTHER, loading("de"));
        assertThat(cache.figures().items()).isEqualTo(2);
        assertThat(cache.figures().memoryBytes()).isEqualTo(5);
        epochs.changed(List.of(ID));
        assertThat(cache.figures().items()).isEqualTo(1);
        assertThat(cache.figures().memoryBytes()).isEqualTo(2);
        assertThat(cache.figures().ttlSeconds()).isEqualTo(60);
    }

    @Test
    void clear_dropsEntries() {
        CoherentCache<EventId, String> cache = cache();
        cache.get(ID, loading("a"));
        cache.clear();
        assertThat(cache.figures().items()).isZero();
        assertThat(cache.get(ID, loading("b"))).contains("b");
    }
}
