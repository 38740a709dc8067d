package io.mnemolite.load.traffic;

import static io.mnemolite.load.traffic.Area.EVENTS;
import static io.mnemolite.load.traffic.Area.GRAPH;
import static io.mnemolite.load.traffic.Area.HEALTH;
import static io.mnemolite.load.traffic.Area.INDEXING;
import static io.mnemolite.load.traffic.Area.SEARCH;

import java.util.List;
import java.util.SplittableRandom;

/** The endless, seeded sequence of requests, and the one place that says how often each kind comes. */
public final class Mix {

    /** Of how many requests the weights are parts. */
    public static final int WHOLE = 1_000;

    private final List<Share> shares;
    private final int whole;
    private final SplittableRandom random;

    private Mix(List<Share> shares, long seed) {
        this.shares = shares;
        this.whole = shares.stream().mapToInt(Share::perMille).sum();
        this.random = new SplittableRandom(seed);
    }

    /**
     * One request of the sequence.
     *
     * @param share the place of its kind in {@link #shares}
     */
    public record Request(int share, Call call) {}

    /** Realistic traffic over what {@code keys} name: the same seed gives the same sequence. */
    public static Mix over(Keys keys, long seed) {
        Searches search = new Searches(keys);
        Events events = new Events(keys);
        Indexing indexing = new Indexing(keys.sources());
        Graph graph = new Graph(keys);
        return new Mix(
                List.of(
                        new Share("search hybrid", SEARCH, 140, false, search::hybrid),
                        new Share("search vector", SEARCH, 80, false, search::vector),
                        new Share("search content", SEARCH, 60, false, search::content),
                        new Share("search metadata", SEARCH, 40, false, search::metadata),
                        new Share("code search hybrid", SEARCH, 60, false, search::codeHybrid),
                        new Share("code search lexical", SEARCH, 20, false, search::codeLexical),
                        new Share(Events.READ, EVENTS, 160, false, events::read),
                        new Share("event create", EVENTS, 30, true, events::create),
                        new Share("event change", EVENTS, 10, true, events::change),
                        new Share("index changed file", INDEXING, 120, true, indexing::changedFile),
                        new Share("index same file", INDEXING, 60, false, indexing::sameFile),
                        new Share("list repositories", INDEXING, 20, false, indexing::repositories),
                        new Share("graph nodes", GRAPH, 20, false, graph::nodes),
                        new Share("graph expand", GRAPH, 50, false, graph::expand),
                        new Share("code callers", GRAPH, 40, false, graph::callers),
                        new Share("code traverse", GRAPH, 20, false, graph::traverse),
                        new Share("code path", GRAPH, 10, false, graph::path),
                        new Share("code statistics", GRAPH, 10, false, graph::statistics),
                        new Share("health", HEALTH, 20, false, Health::health),
                        new Share("readiness", HEALTH, 20, false, Health::readiness),
                        new Share("metrics", HEALTH, 10, false, Health::metrics)),
                seed);
    }

    /** The same without what changes the store; the other kinds keep their proportions. */
    public static Mix readOnly(Keys keys, long seed) {
        return new Mix(
                over(keys, seed).shares.stream()
                        .filter(share -> !share.writes())
                        .toList(),
                seed);
    }

    public List<Share> shares() {
        return shares;
    }

    /** The next one; callers of several threads get one each. */
    public synchronized Request next() {
        int point = random.nextInt(whole);
        int share = 0;
        while (point >= shares.get(share).perMille()) {
            point -= shares.get(share).perMille();
            share++;
        }
        return new Request(share, shares.get(share).maker().apply(random));
    }
}
