package io.mnemolite.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Admission admission = new Admission(1, 2, LONG);

    @Test
    void arrive_moreThanExecuteAndWait_isRefused() {
        Arrival first = admission.arrive();
        admission.arrive();
        admission.arrive();
        assertThatThrownBy(admission::arrive)
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("Too many requests wait already (2); try again in a second.");
        first.answered();
        admission.arrive();
        assertThat(admission.waiting()).isEqualTo(3);
    }

    @Test
    void isFull_oneMoreThanExecute() {
        admission.arrive();
        assertThat(admission.isFull()).isFalse();
        Arrival second = admission.arrive();
        assertThat(admission.isFull()).isTrue();
        second.answered();
        assertThat(admission.isFull()).isFalse();
    }

    @Test
    void answered_afterTheWorkBegan_leavesTheEndToTheWork() {
        Arrival arrival = admission.arrive();
        assertThat(arrival.claim()).isTrue();
        arrival.answered();
        assertThat(admission.waiting()).isEqualTo(1);
        arrival.done();
        arrival.done();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void reading_bodyThatDoesNotCome_keepsNobodyOut() {
        Arrival slow = admission.arrive();
        slow.reading();
        assertThat(admission.waiting()).isZero();
        admission.arrive();
        admission.arrive();
        admission.arrive();
        assertThat(slow.claim()).isTrue();
        assertThat(admission.waiting()).isEqualTo(4);
    }

    @Test
    void claim_readInCrowds_isRefusedInTheEnd() {
        Admission small = new Admission(1, 0, LONG);
        Arrival first = small.arrive();
        first.reading();
        Arrival second = small.arrive();
        second.reading();
        small.arrive();
        assertThat(first.claim()).isTrue();
        assertThatThrownBy(second::claim).isInstanceOf(MnemoliteException.class);
        assertThat(small.waiting()).isEqualTo(2);
    }

    @Test
    void answered_whileReading_isOver() {
        Arrival arrival = admission.arrive();
        arrival.reading();
        arrival.answered();
        assertThat(arrival.claim()).isFalse();
        arrival.done();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void claim_callerHasGone_isTooLate() {
        Arrival arrival = admission.arrive();
        arrival.answered();
        assertThat(arrival.claim()).isFalse();
        arrival.done();
        assertThat(admission.waiting()).isZero();
        assertThat(admission.arrive().claim()).isTrue();
    }

    @Test
    void execute_placeTaken_waitsForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        admission.arrive();
        CompletableFuture<Object> first = CompletableFuture.supplyAsync(() -> work(begun, mayEnd));
        begun.await();
        assertThat(admission.executing()).isEqualTo(1);
        admission.arrive();
        CompletableFuture<Object> second = CompletableFuture.supplyAsync(() -> work(begun, mayEnd));
        assertThat(admission.waiting()).isEqualTo(1);
        assertThat(second).isNotDone();
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("done");
        assertThat(second.get()).isEqualTo("done");
        assertThat(admission.executing()).isZero();
    }

    @Test
    void execute_noPlaceInTime_isRefused() throws Exception {
        Admission impatient = new Admission(1, 2, Duration.ofMillis(1));
        Object said = impatient.execute(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return impatient.execute(() -> "done");
                    } catch (Exception e) {
                        return e.getMessage();
                    }
                })
                .get());
        assertThat(said)
                .isEqualTo("No place among the 1 concurrent requests became free in time; try again in a second.");
    }

    @Test
    void execute_workFails_givesItsPlaceBack() {
        assertThatThrownBy(() -> admission.execute(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(admission.executing()).isZero();
    }

    @Test
    void run_aPlaceIsFree_answersAndGivesThePlaceBack() throws Exception {
        Admission admission = new Admission(1, 0, Duration.ofMinutes(1));

        assertThat(admission.run(admission::executing)).isEqualTo(1);
        assertThat(admission.executing()).isZero();
        assertThat(admission.refused()).isZero();
    }

    @Test
    void run_nobodyMayWait_refusesAndCounts() throws Exception {
        Admission admission = new Admission(1, 0, Duration.ofMinutes(1));

        admission.run(() -> {
            assertThatThrownBy(() -> admission.run(() -> "never"))
                    .isInstanceOf(MnemoliteException.class)
                    .hasMessageContaining("Too many requests wait already (0)")
                    .extracting(failure -> ((MnemoliteException) failure).code())
                    .isEqualTo(ErrorCode.OVERLOADED);
            return "done";
        });

        assertThat(admission.refused()).isEqualTo(1);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void run_noPlaceBecomesFreeInTime_refusesAndCounts() throws Exception {
        Admission admission = new Admission(1, 1, Duration.ofMillis(1));

        admission.run(() -> {
            assertThatThrownBy(() -> admission.run(() -> "never"))
                    .isInstanceOf(MnemoliteException.class)
                    .hasMessageContaining("No place among the 1 concurrent requests");
            return "done";
        });

        assertThat(admission.refused()).isEqualTo(1);
    }

    private Object work(CountDownLatch begun, CountDownLatch mayEnd) {
        try {
            return admission.execute(() -> {
                begun.countDown();
                mayEnd.await();
                return "done";
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
