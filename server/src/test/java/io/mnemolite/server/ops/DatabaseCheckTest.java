package io.mnemolite.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.ops.DatabaseCheck.Look;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseCheckTest {

    private static final String SENTENCE = "The database does not answer; try again later.";

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean isShut;
    private volatile boolean isFull;
    private volatile RuntimeException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, SENTENCE);
    private volatile boolean fails;
    private volatile @Nullable Error error;

    private final DatabaseCheck check = new DatabaseCheck(this::version, () -> isFull);

    @AfterEach
    void close() {
        open.countDown();
        check.close();
    }

    @Test
    void find_withPlacesLeft_alwaysLooks() {
        assertThat(found().text()).isEqualTo("look 1");
        assertThat(found().text()).isEqualTo("look 2");
    }

    @Test
    void find_full_isTheLastLook_ofSuccessAndOfFailure() {
        isFull = true;
        assertThat(found().text()).isEqualTo("look 1");
        assertThat(found().text()).isEqualTo("look 1");
        isFull = false;
        fails = true;
        assertThat(found().text()).isEqualTo(SENTENCE);
        isFull = true;
        fails = false;
        assertThat(found().answers()).isFalse();
        isFull = false;
        assertThat(found().answers()).isTrue();
    }

    @Test
    void started_full_looksByItself() {
        isFull = true;
        check.start();
        while (looks.get() == 0) {
            Thread.onSpinWait();
        }
        assertThat(looks.get()).isPositive();
    }

    @Test
    void find_whileALookIsRunning_sharesIt() {
        isShut = true;
        CompletableFuture<Look> first = check.find().toCompletableFuture();
        while (looks.get() == 0) {
            Thread.onSpinWait();
        }
        CompletableFuture<Look> second = check.find().toCompletableFuture();
        assertThat(second).isNotDone();
        open.countDown();

        assertThat(first.join().text()).isEqualTo("look 1");
        assertThat(second.join().text()).isEqualTo("look 1");
        assertThat(found().text()).isEqualTo("look 2");
    }

    @Test
    void close_leavesNobodyWaiting() {
        isShut = true;
        CompletableFuture<Look> asked = check.find().toCompletableFuture();
        while (looks.get() == 0) {
            Thread.onSpinWait();
        }
        check.close();

        assertThat(asked.join().text()).isEqualTo("The server is stopping.");
        assertThat(found().text()).isEqualTo("The server is stopping.");
    }

    @Test
    void find_error_isSaid_andTheNextLookIsMade() {
        error = new OutOfMemoryError("no memory in this test");
        assertThat(found().answers()).isFalse();
        error = null;
        assertThat(found().answers()).isTrue();
    }

    @Test
    void find_unforeseenFailure_isSaid_andTheNextLookIsMade() {
        fails = true;
        failure = new IllegalStateException("unforeseen");
        assertThat(found().text()).isEqualTo("The database could not be asked; the log says why.");
        fails = false;
        assertThat(found().text()).isEqualTo("look 2");
    }

    private Look found() {
        return check.find().toCompletableFuture().join();
    }

    private String version() {
        int look = looks.incrementAndGet();
        if (isShut) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        Error thrown = error;
        if (thrown != null) {
            throw thrown;
        }
        if (fails) {
            throw failure;
        }
        return "look " + look;
    }
}
