package io.mnemolite.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexCandidate;
import io.mnemolite.core.search.IndexSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph against comparing everything, on 20,000 vectors in clusters, in segments with and without a graph. */
class VectorSearchTest {

    private static final int DIMENSION = 48;
    private static final int EVENTS = 20_000;
    private static final int CLUSTERS = 200;
    private static final long SEED = 20_260_301;

    private static final Random RANDOM = new Random(SEED);
    private static final List<float[]> CENTERS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static LuceneEventIndex index;

    @BeforeAll
    static void fill() {
        for (int i = 0; i < CLUSTERS; i++) {
            CENTERS.add(near(new float[DIMENSION], 1));
        }
        index = LuceneEventIndex.open(folder, DIMENSION);
        List<Event> batch = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            batch.add(EventSample.metadata("{group: " + i % 100 + ", half: " + i % 2 + "}")
                    .withVector("m", clustered())
                    .event());
            if (batch.size() == 2_500) {
                index.apply(batch, List.of());
                index.snapshot().close();
                batch.clear();
            }
        }
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void nearest_findsNineteenOfTwenty() {
        assertThat(recall(EventFilter.ALL)).as("recall, seed %d", SEED).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void nearest_filtered_findsNineteenOfTwenty() {
        assertThat(recall(EventFilter.byMetadata(Json.object("{group: 7}"))))
                .as("recall with 1 %%, seed %d", SEED)
                .isGreaterThanOrEqualTo(0.95);
        assertThat(recall(EventFilter.byMetadata(Json.object("{half: 1}"))))
                .as("recall with 50 %%, seed %d", SEED)
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void countVectors_ofAFilter_isThatOfTheScan() {
        EventFilter filter = EventFilter.byMetadata(Json.object("{group: 7}"));
        try (IndexSnapshot snapshot = index.snapshot()) {
            assertThat(snapshot.countVectors(filter)).isEqualTo(EVENTS / 100);
            assertThat(snapshot.allWithin(query(), Double.POSITIVE_INFINITY, filter))
                    .hasSize(EVENTS / 100);
        }
    }

    @Test
    void scan_beyondTheDeadline_isGivenUp() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            assertThatThrownBy(() -> Deadline.after(Duration.ZERO)
                            .call(() -> snapshot.allWithin(query(), Double.POSITIVE_INFINITY, EventFilter.ALL)))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
        }
    }

    private static double recall(EventFilter filter) {
        int queries = 50;
        int found = 0;
        try (IndexSnapshot snapshot = index.snapshot()) {
            for (int i = 0; i < queries; i++) {
                EmbeddingVector query = query();
                List<IndexCandidate> nearest = snapshot.nearest(query, 10, filter);
                List<IndexCandidate> exact = snapshot.allWithin(query, Double.POSITIVE_INFINITY, filter)
                        .subList(0, 10);
                assertThat(nearest).hasSize(10);
                found += (int) exact.stream().filter(nearest::contains).count();
            }
        }
        return found / (10.0 * queries);
    }

    private static EmbeddingVector query() {
        return EmbeddingVector.of(clustered());
    }

    private static float[] clustered() {
        return near(CENTERS.get(RANDOM.nextInt(CLUSTERS)), 0.3f);
    }

    private static float[] near(float[] center, float spread) {
        float[] vector = center.clone();
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] += spread * (float) RANDOM.nextGaussian();
        }
        return vector;
    }
}
