package io.mnemolite.load.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;

/** What a watcher of a repository sends: one file whenever it is saved, changed or not. */
final class Indexing {

    private final SampleRepository sources;
    private final Zipf files;
    private final AtomicIntegerArray editions;

    Indexing(SampleRepository sources) {
        this.sources = sources;
        this.files = new Zipf(sources.size(), 1);
        this.editions = new AtomicIntegerArray(sources.size());
    }

    Call changedFile(RandomGenerator random) {
        int file = files.next(random);
        return index(file, editions.incrementAndGet(file));
    }

    /** As it was sent last, so that a hash is all it costs, unless the two overtake each other. */
    Call sameFile(RandomGenerator random) {
        int file = files.next(random);
        return index(file, editions.get(file));
    }

    Call repositories(RandomGenerator random) {
        return Call.get("/v1/code/index/repositories");
    }

    private Call index(int file, int edition) {
        return Call.post("/v1/code/index", Json.object(body -> {
            body.put("repository", sources.name());
            ObjectNode sent = body.putArray("files").addObject();
            sent.put("path", sources.path(file)).put("content", sources.content(file, edition));
        }));
    }
}
