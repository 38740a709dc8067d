package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vector channel. */
public abstract class NearestPromises extends IndexPromises {

    private static final Comparator<IndexCandidate> NEAREST_FIRST =
            Comparator.comparingDouble(IndexCandidate::score).thenComparing(IndexCandidate::id);

    @Test
    void nearest_givesNearestFirstWithExactDistances() {
        Random random = Seed.next("nearest").random();
        EmbeddingVector query = vector(randomNumbers(random));
        List<IndexCandidate> expected = applyRandom(random, 40, query);

        assertThat(offered(snapshot -> snapshot.nearest(query, 100, EventFilter.ALL)))
                .isEqualTo(expected);
        assertThat(offered(snapshot -> snapshot.nearest(query, 5, EventFilter.ALL)))
                .isEqualTo(expected.subList(0, 5));
    }

    @Test
    void nearest_ofVectorsThatDifferInTheLastBit_tellsThemApart() {
        float one = 1.0f;
        EventSample exact = EventSample.text("exact").withId(EventSample.id(2)).withVector("m", one, 0, 0, 0);
        EventSample next =
                EventSample.text("next").withId(EventSample.id(1)).withVector("m", Math.nextUp(one), 0, 0, 0);
        apply(next, exact);

        assertThat(offered(snapshot -> snapshot.nearest(vector(one, 0, 0, 0), 10, EventFilter.ALL)))
                .containsExactly(
                        new IndexCandidate(exact.id(), 0),
                        new IndexCandidate(next.id(), (double) Math.nextUp(one) - one));
    }

    @Test
    void nearest_ofEqualDistances_ordersById() {
        for (int number : new int[] {5, 3, 9, 1, 7}) {
            apply(EventSample.text("twin").withId(EventSample.id(number)).withVector("m", 0, 0, 1, 0));
        }

        assertThat(nearest(vector(1, 0, 0, 0)))
                .containsExactly(
                        EventSample.id(1), EventSample.id(3), EventSample.id(5), EventSample.id(7), EventSample.id(9));
    }

    @Test
    void nearest_ofHugeZeroAndLongVectors_keepsDistances() {
        EventSample zero = EventSample.text("zero").withVector("m", 0, 0, 0, 0);
        EventSample huge = EventSample.text("huge").withVector("client", 1e9f, -1e9f, 1e9f, -1e9f);
        EventSample unit = EventSample.text("unit").withVector("m", 0, 1, 0, 0);
        apply(zero, huge, unit);

        assertThat(offered(snapshot -> snapshot.nearest(vector(0, 2, 0, 0), 10, EventFilter.ALL)))
                .containsExactly(
                        new IndexCandidate(unit.id(), 1),
                        new IndexCandidate(zero.id(), 2),
                        new IndexCandidate(huge.id(), vector(0, 2, 0, 0).distance(vector(1e9f, -1e9f, 1e9f, -1e9f))));
    }

    @Test
    void nearest_searchesVectorsOfClientsAndModelsTogether() {
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 0, 0, 0);
        EventSample models = EventSample.text("model's").withVector("m", 0, 1, 0, 0);
        apply(clients, models);

        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(clients.id(), models.id());
    }

    @Test
    void nearest_neverOffersEventsWithoutAVectorOfTheDimension() {
        EventSample shorter = EventSample.text("shorter").withVector("client", 1, 0, 0);
        EventSample longer = EventSample.text("longer").withVector("client", 1, 0, 0, 0, 0);
        EventSample none = EventSample.text("none");
        EventSample awaiting = EventSample.text("awaiting").awaiting();
        EventSample fits = EventSample.text("fits").withVector("client", 0, 0, 0, 1);
        apply(shorter, longer, none, awaiting, fits);

        assertThat(nearest(vector(1, 0, 0, 0))).containsExactly(fits.id());
        assertThat(ids(offered(snapshot -> snapshot.allWithin(vector(1, 0, 0, 0), 100, EventFilter.ALL))))
                .containsExactly(fits.id());
        assertThat(counted(snapshot -> snapshot.countVectors(EventFilter.ALL))).isEqualTo(1);
        assertThat(countEvents()).isEqualTo(5);
        assertThat(lexical("shorter longer")).containsExactlyInAnyOrder(shorter.id(), longer.id());
    }

    @Test
    void nearest_amongReplacedAndRemovedVectors_offersTheLivingOnes() {
        Random random = Seed.next("living vectors").random();
        EmbeddingVector query = vector(randomNumbers(random));
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            samples.add(EventSample.text("sample").withVector("m", randomNumbers(random)));
        }
        apply(samples.toArray(EventSample[]::new));
        remove(samples.getFirst().id(), samples.get(1).id());
        List<EventSample> living = new ArrayList<>(samples.subList(12, 30));
        for (EventSample sample : samples.subList(2, 12)) {
            living.add(sample.withVector("m", randomNumbers(random)));
            apply(living.getLast());
        }

        assertThat(offered(snapshot -> snapshot.nearest(query, 100, EventFilter.ALL)))
                .isEqualTo(expected(living, query));
    }

    @Test
    void nearest_ofManyVectors_findsMostOfTheTrulyNearest() {
        Random random = Seed.next("recall").random();
        EmbeddingVector query = vector(randomNumbers(random));
        List<IndexCandidate> truth = applyRandom(random, 2000, query);

        List<IndexCandidate> found = offered(snapshot -> snapshot.nearest(query, 100, EventFilter.ALL));

        assertThat(found).hasSize(100).isSortedAccordingTo(NEAREST_FIRST);
        assertThat(found.stream().filter(truth.subList(0, 100)::contains)).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void allWithin_givesEveryVectorWithinTheDistanceNearestFirst() {
        Random random = Seed.next("all within").random();
        EmbeddingVector query = vector(randomNumbers(random));
        List<IndexCandidate> all = applyRandom(random, 1500, query);
        double distance = all.get(700).score();

        assertThat(offered(snapshot -> snapshot.allWithin(query, distance, EventFilter.ALL)))
                .isEqualTo(all.subList(0, 701));
        assertThat(offered(snapshot -> snapshot.allWithin(query, Double.POSITIVE_INFINITY, EventFilter.ALL)))
                .isEqualTo(all);
        assertThat(offered(snapshot ->
                        snapshot.allWithin(query, Math.nextDown(all.getFirst().score()), EventFilter.ALL)))
                .isEmpty();
    }

    /** Applies in several steps; the candidates that a query would get, nearest first. */
    private List<IndexCandidate> applyRandom(Random random, int count, EmbeddingVector query) {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(EventSample.text("sample").withVector("m", randomNumbers(random)));
        }
        int step = count / 4;
        for (int from = 0; from < count; from += step) {
            apply(samples.subList(from, Math.min(count, from + step)).toArray(EventSample[]::new));
        }
        return expected(samples, query);
    }

    private static List<IndexCandidate> expected(List<EventSample> samples, EmbeddingVector query) {
        List<IndexCandidate> candidates = new ArrayList<>();
        for (EventSample sample : samples) {
            StoredVector stored = sample.vector();
            if (stored != null) {
                candidates.add(new IndexCandidate(sample.id(), query.distance(stored.vector())));
            }
        }
        candidates.sort(NEAREST_FIRST);
        return candidates;
    }
}
