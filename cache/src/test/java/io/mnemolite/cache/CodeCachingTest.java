package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers about code are kept until the code they depend on changes. */
class CodeCachingTest {

    private static final CacheSettings SETTINGS = new CacheSettings(Duration.ofDays(1), 100, 32 << 20);
    private static final CodeQuery ANYWHERE = CodeQuery.hybrid("words", CodeFilter.ALL, 10);
    private static final CodeQuery IN_A = CodeQuery.hybrid("words", CodeFilter.ofRepository("a"), 10);
    private static final CodeQuery IN_B = CodeQuery.hybrid("words", CodeFilter.ofRepository("b"), 10);

    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable String missing;
    private final Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, new FakeTicker());
    private final CodeSearch search = caches.cachedCode(query -> {
        asked.incrementAndGet();
        return new CodeAnswer(List.of(), 0, 0, 0, true, missing, new CodeAnswer.Times(null, null, null));
    });
    private final CodeIndexing indexing = caches.coherentCode(new NoIndexing());

    private static final class NoIndexing implements CodeIndexing {

        @Override
        public IndexOutcome index(IndexRequest request) {
            throw new IllegalStateException("Nobody knows whether something was stored");
        }

        @Override
        public boolean isCurrent(FileState state) {
            return true;
        }

        @Override
        public Removal removeRepository(String repository) {
            return Removal.NONE;
        }

        @Override
        public List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors) {
            return List.of();
        }
    }

    /** How many of three searches had to ask. */
    private int asks() {
        int before = asked.get();
        search.search(ANYWHERE);
        search.search(IN_A);
        search.search(IN_B);
        return asked.get() - before;
    }

    @Test
    void search_again_isAnsweredFromTheCache() {
        assertThat(asks()).isEqualTo(3);
        assertThat(asks()).isZero();
        assertThat(caches.search().hits()).isEqualTo(3);
        assertThat(caches.search().items()).isEqualTo(3);
    }

    @Test
    void search_afterARepositoryChanged_isAskedAgainWhereItMatters() {
        asks();
        indexing.removeRepository("a");
        assertThat(asks()).isEqualTo(2);
        assertThatThrownBy(() -> indexing.index(IndexRequest.of("b", List.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(asks()).isEqualTo(2);
    }

    @Test
    void search_afterVectorsOrForeignChanges_isAskedAgain() {
        asks();
        indexing.keepVectors("model", List.of());
        assertThat(asks()).isEqualTo(3);
        caches.codeListener().changed(List.of(CodeFileId.of("a", "path")));
        assertThat(asks()).isEqualTo(3);
        caches.codeListener().changed(List.of());
        assertThat(asks()).isZero();
        caches.codeListener().everythingChanged();
        assertThat(asks()).isEqualTo(3);
    }

    @Test
    void search_anAnswerThatLacksAChannel_isNotKept() {
        missing = "The model does not answer.";
        asks();
        assertThat(asks()).isEqualTo(3);
    }
}
