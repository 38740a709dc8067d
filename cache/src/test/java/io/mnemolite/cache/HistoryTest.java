package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.event.Events;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Under real concurrency no read shows a state from before a write that was acknowledged before the read began. */
@Timeout(120)
class HistoryTest {

    private static final long OPERATIONS = 1_000_000;

    @Test
    void concurrentReadsAndWrites_neverShowAStaleState() throws Exception {
        long seed = seed();
        HistoryWorkload workload = new HistoryWorkload(CoherenceProtocol.COHERENT, seed, Caches::coherent);
        long start = System.nanoTime();
        History history = workload.run(OPERATIONS, seed, false);
        CacheFigures event = workload.caches().event();
        CacheFigures search = workload.caches().search();
        System.out.println("History: " + OPERATIONS + " operations, " + history.reads() + " versions read in "
                + (System.nanoTime() - start) / 1_000_000 + " ms\n  event  " + event + "\n  search " + search);
        assertThat(history.staleReads()).as(history.firstStaleRead()).isZero();
        // The history says something only if all of this happened.
        assertThat(event.hits()).isGreaterThan(OPERATIONS / 10);
        assertThat(event.loads()).isGreaterThan(OPERATIONS / 100);
        assertThat(event.coalesced()).isPositive();
        assertThat(event.discardedLoads()).isPositive();
        assertThat(search.hits()).isPositive();
        assertThat(search.coalesced()).isPositive();
        assertThat(search.discardedLoads()).isPositive();
    }

    static Stream<Arguments> plantedBugs() {
        BiFunction<Caches, Events, Events> coherent = Caches::coherent;
        return Stream.of(
                Arguments.of("a read accepts every entry", PlantedBug.ACCEPT_ALWAYS, coherent),
                Arguments.of("a read joins every load", PlantedBug.JOIN_ALWAYS, coherent),
                Arguments.of("a load stores without a check, stamped late", PlantedBug.STORE_UNCHECKED, coherent),
                Arguments.of("writes are not told to the caches", CoherenceProtocol.COHERENT, (BiFunction<
                                Caches, Events, Events>)
                        (caches, events) -> events));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedBugs")
    void plantedBug_isFound(String name, CoherenceProtocol protocol, BiFunction<Caches, Events, Events> coherent)
            throws Exception {
        long seed = seed();
        History history = new HistoryWorkload(protocol, seed, coherent).run(OPERATIONS, seed, true);
        System.out.println("Planted: " + name + "; found after " + history.reads() + " versions read: "
                + history.firstStaleRead());
        assertThat(history.staleReads()).isPositive();
    }

    private static long seed() {
        long seed = System.nanoTime();
        System.out.println("Seed " + seed);
        return seed;
    }
}
