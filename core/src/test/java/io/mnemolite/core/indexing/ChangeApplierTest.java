package io.mnemolite.core.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.NumberSource.Numbered;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeApplierTest {

    private final NumberSource source = new NumberSource(100);
    private final NumberIndex index = new NumberIndex();
    private final ChangeApplier<Integer, Numbered> applier = new ChangeApplier<>(source, index);

    private void cutOffTheStore() {
        source.beforeRead = () -> {
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.");
        };
    }

    @Test
    void written_isShownWhenItReturns() {
        source.put(1, "one");
        source.put(2, "two");
        applier.written(List.of(1, 2));
        source.remove(1);

        applier.written(List.of(1));

        assertThat(index.shown()).isEqualTo("{2=two}");
        assertThat(applier.isBehind()).isFalse();
    }

    @Test
    void written_whileTheStoreCannotBeRead_isAppliedWithTheNextThatCan() {
        cutOffTheStore();
        source.put(1, "one");
        applier.written(List.of(1));
        assertThat(applier.isBehind()).isTrue();
        assertThat(applier.retryPending()).isFalse();
        source.beforeRead = () -> {};
        source.put(2, "two");

        applier.written(List.of(2));

        assertThat(index.shown()).isEqualTo("{1=one, 2=two}");
        assertThat(applier.isBehind()).isFalse();
    }

    @Test
    void written_moreThanCanBeRemembered_hasTheIndexRebuilt() {
        cutOffTheStore();

        applier.written(IntStream.range(0, 100_000).boxed().toList());
        assertThat(applier.damage()).isNull();
        applier.written(List.of(100_000));

        assertThat(applier.damage()).isEqualTo("more than 100000 changes could not be applied");
        applier.forget();
        assertThat(applier.damage()).isNull();
    }

    @Test
    void written_thatTheIndexRefuses_isDamageAndNotAFailureOfTheWriter() {
        source.put(1, "one");
        index.beforeApply = () -> {
            throw new IllegalStateException("no room");
        };

        applier.written(List.of(1));

        assertThat(applier.damage()).isEqualTo("the index could not take a change: no room");
        assertThat(applier.isBehind()).isFalse();
    }
}
