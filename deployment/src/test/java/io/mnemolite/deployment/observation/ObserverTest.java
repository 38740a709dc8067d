package io.mnemolite.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.balancer.ServerTraffic;
import io.mnemolite.deployment.observation.Observer.Verdict;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Limits LENIENT = new Limits(0.01, 3, 60_000);
    private static final Measured BEFORE = Measured.of(0, 0);

    private ScriptedServer server;
    private SlotClient client;
    private volatile int status = 200;
    private long errors;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer((_, _) -> new Reply(status, "{}"));
        client = new SlotClient(server.port(), null);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** Its counters stand at the begin of a watch, and later say what callers met since. */
    private Observer observer() {
        Balancer balancer = new Balancer() {
            private long looks;

            @Override
            public Optional<Slot> routed() {
                return Optional.of(Slot.GREEN);
            }

            @Override
            public void route(Slot slot) {
                throw new AssertionError("Who observes changes nothing");
            }

            @Override
            public void watch(Slot slot) {
                throw new AssertionError("Who observes changes nothing");
            }

            @Override
            public void drain(Slot slot) {
                throw new AssertionError("Who observes changes nothing");
            }

            @Override
            public void disable(Slot slot) {
                throw new AssertionError("Who observes changes nothing");
            }

            @Override
            public ServerTraffic traffic(Slot slot) {
                ServerTraffic traffic = new ServerTraffic(0, 1_000 + looks * 100, 50 + looks * errors, true);
                looks++;
                return traffic;
            }
        };
        return new Observer(balancer, Slot.GREEN, client, SomeReads.ofEvents("1"));
    }

    @Test
    void watch_serverAsBefore_mayStay() {
        errors = 2;

        Verdict verdict = observer().watch(Duration.ZERO, LENIENT, BEFORE, Optional::empty);

        assertThat(verdict.objection()).isEmpty();
        assertThat(verdict.measured().millis()).hasSize(1);
        assertThat(verdict.measured().errorRate()).as("two errors are no rate").isZero();
    }

    @Test
    void watch_callersMeetErrors_mustGo() {
        errors = 4;

        Verdict verdict = observer().watch(Duration.ZERO, LENIENT, BEFORE, Optional::empty);

        assertThat(verdict.objection())
                .contains("4.00 % of the requests failed, 0.00 % before; up to 1.00 % more is let pass.");
    }

    /** Every read takes longer than no time at all; four of them are not yet enough. */
    @Test
    void watch_readsAreSlow_endsLongBeforeItsTime() {
        Limits strict = new Limits(0.01, 1, 0);

        Verdict verdict = observer().watch(LONG, strict, BEFORE, Optional::empty);

        assertThat(verdict.measured().millis()).hasSize(5);
        assertThat(verdict.objection().orElseThrow())
                .startsWith("The p99 is ")
                .endsWith(" ms, 0.0 ms before; up to 0.0 ms is let pass.");
    }

    @Test
    void watch_threeReadsInARowFail_endsLongBeforeItsTime() {
        status = 500;

        Verdict verdict = observer().watch(LONG, LENIENT, BEFORE, Optional::empty);

        assertThat(verdict.objection()).contains("It does not answer: 3 reads failed.");
        assertThat(verdict.measured().errorRate()).isEqualTo(1);
    }

    /** What was deleted since it was listed is no fault of the server. */
    @Test
    void watch_eventsAreGone_mayStayUntilItIsStopped() {
        status = 404;

        Verdict verdict = observer()
                .watch(
                        LONG,
                        LENIENT,
                        BEFORE,
                        () -> server.requests().size() < 4 ? Optional.empty() : Optional.of("Somebody wants it back."));

        assertThat(verdict.objection()).contains("Somebody wants it back.");
        assertThat(verdict.measured().millis()).hasSize(4);
        assertThat(verdict.measured().errorRate()).isZero();
    }
}
