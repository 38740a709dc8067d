package io.mnemolite.core.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.InMemoryChangeLog;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.NumberSource.Numbered;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever befalls the index, it is the store again before a search is answered from it. */
class IndexingTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final String EVERYTHING = "everything";

    private final NumberSource source = new NumberSource(2);
    private final NumberIndex index = new NumberIndex();
    private final ChangeLog<Integer> log = new InMemoryChangeLog<>(source);
    private final ChangeApplier<Integer, Numbered> applier = new ChangeApplier<>(source, index);
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Indexing<Integer, Numbered> indexing = indexing();

    private Indexing<Integer, Numbered> indexing() {
        ChangeListener<Integer> listener = new ChangeListener<>() {
            @Override
            public void changed(Collection<Integer> ids) {
                heard.add(ids.toString());
            }

            @Override
            public void everythingChanged() {
                heard.add(EVERYTHING);
            }
        };
        return new Indexing<>(source, log, index, applier, listener, NEVER, NEVER);
    }

    @AfterEach
    void close() {
        gate.countDown();
        indexing.close();
    }

    private String heard() throws InterruptedException {
        String next = heard.poll(30, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A rebuild tells of everything when it begins and when it has ended. */
    private void awaitRebuild() throws InterruptedException {
        assertThat(heard()).isEqualTo(EVERYTHING);
        assertThat(heard()).isEqualTo(EVERYTHING);
        awaitReady();
    }

    /** The thread says that it is ready a moment after it has told of everything. */
    private void awaitReady() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!(indexing.state() instanceof IndexState.Ready) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        indexing.requireReady();
    }

    private void startWith(String... texts) throws InterruptedException {
        for (int i = 0; i < texts.length; i++) {
            source.put(i + 1, texts[i]);
        }
        indexing.start();
        awaitRebuild();
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(indexing::requireReady)
                .isInstanceOf(MnemoliteException.class)
                .hasMessage(sentence + "; reads by id work meanwhile, so try this search again in a moment.")
                .extracting(e -> ((MnemoliteException) e).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void start_onAnEmptyIndex_fillsItFromTheStorePageByPage() throws Exception {
        startWith("one", "two", "three", "four", "five");

        assertThat(index.shown()).isEqualTo("{1=one, 2=two, 3=three, 4=four, 5=five}");
        assertThat(indexing.documents()).isEqualTo(5);
        assertThat(index.committedPosition()).contains(log.horizon());
    }

    @Test
    void rebuild_whenAsked_throwsAwayWhatTheIndexHeld() throws Exception {
        startWith("one", "two");
        index.spoil(9, "never stored");

        indexing.rebuild();

        awaitRebuild();
        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
    }

    @Test
    void rebuild_fromTheMomentItIsAsked_refusesSearches() {
        source.put(1, "one");

        indexing.rebuild();

        assertThat(indexing.state()).isEqualTo(new IndexState.Rebuilding(0, 0));
        assertRefused("The index of numbers is being built from the database (0 of 0 numbers)");
    }

    @Test
    void rebuild_whileItRuns_saysHowFarItIs() throws Exception {
        startWith("one", "two", "three", "four", "five");
        CountDownLatch secondPage = new CountDownLatch(2);
        source.beforeRead = () -> {
            secondPage.countDown();
            if (secondPage.getCount() == 0) {
                await(gate);
            }
        };

        indexing.rebuild();
        await(secondPage);

        assertThat(indexing.state()).isEqualTo(new IndexState.Rebuilding(2, 5));
        assertRefused("The index of numbers is being built from the database (2 of 5 numbers)");
        gate.countDown();
        awaitRebuild();
        assertThat(indexing.documents()).isEqualTo(5);
    }

    @Test
    void failureThatNobodyExpected_isSaidAndRepairedByARebuild() throws Exception {
        startWith("one", "two");
        index.spoil(9, "never stored");
        CountDownLatch failed = new CountDownLatch(1);
        index.beforeApply = () -> {
            failed.countDown();
            throw new IllegalStateException("a defect");
        };

        indexing.rebuild();
        await(failed);
        awaitDamage();
        index.beforeApply = () -> {};
        indexing.rebuild();

        assertThat(heard()).isEqualTo(EVERYTHING);
        awaitRebuild();
        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
    }

    /** The failed rebuild is followed by another one, which is asked for by itself. */
    private void awaitDamage() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!indexing.state().equals(new IndexState.Rebuilding(0, 0)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertRefused("The index of numbers is being built from the database (0 of 0 numbers)");
    }

    @Test
    void changeThatTheIndexCannotTake_refusesSearchesUntilItIsRebuilt() throws Exception {
        startWith("one");
        index.beforeApply = () -> {
            throw new IllegalStateException("the disk is broken");
        };
        source.put(2, "two");

        applier.written(List.of(2));

        assertThat(indexing.state())
                .isEqualTo(new IndexState.Damaged("the index could not take a change: the disk is broken"));
        assertRefused(
                "The index of numbers is being repaired " + "(the index could not take a change: the disk is broken)");
        index.beforeApply = () -> {};
        indexing.rebuild();
        awaitRebuild();
        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
    }

    @Test
    void changeOfAnotherNode_isAppliedAndTold() throws Exception {
        startWith("one", "two");
        source.put(2, "changed");
        source.remove(1);

        indexing.awaitPass();

        assertThat(heard()).isEqualTo("[2, 1]");
        assertThat(index.shown()).isEqualTo("{2=changed}");
    }

    @Test
    void requireReady_whileTheStoreCannotBeRead_isRefusedUntilItCan() throws Exception {
        startWith("one");
        source.put(2, "two");
        source.beforeRead = () -> {
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.");
        };

        applier.written(List.of(2));

        assertRefused("The index of numbers waits for the database to catch up with the last changes");
        source.beforeRead = () -> {};
        assertThat(applier.retryPending()).isTrue();
        indexing.awaitPass();
        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
    }

    @Test
    void awaitPass_thatMeetsAChangeTheIndexCannotTake_isRefused() throws Exception {
        startWith("one");
        source.put(2, "two");
        index.beforeApply = () -> {
            throw new IllegalStateException("the disk is broken");
        };

        assertThatThrownBy(indexing::awaitPass)
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("is being repaired (the index could not take a change: the disk is broken)");

        index.beforeApply = () -> {};
        indexing.rebuild();
        awaitRebuild();
        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
    }

    @Test
    void close_commitsWhatWasFollowed() throws Exception {
        startWith("one");
        source.put(2, "two");
        indexing.awaitPass();

        indexing.close();

        assertThat(index.committedPosition()).contains(log.horizon());
    }

    @Test
    void close_whenTheCommitFails_leavesThePositionWhereItWas() throws Exception {
        startWith("one");
        source.put(2, "two");
        indexing.awaitPass();
        index.beforeCommit = () -> {
            throw new IllegalStateException("the disk is full");
        };

        indexing.close();

        assertThat(index.committedPosition()).isPresent().get().isNotEqualTo(log.horizon());
    }
}
