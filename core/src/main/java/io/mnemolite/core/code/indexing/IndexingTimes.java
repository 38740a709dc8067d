package io.mnemolite.core.code.indexing;

import io.mnemolite.core.change.WriteObserver;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How long each step of indexing code has taken since the start, summed over the threads that did it. What statements take is
 * known to the store.
 */
public final class IndexingTimes {

    private final Map<Step, LongAdder> nanos = new EnumMap<>(Step.class);

    public IndexingTimes() {
        for (Step step : Step.values()) {
            nanos.put(step, new LongAdder());
        }
    }

    /** A step. */
    public enum Step {
        /** From text to chunks and facts. */
        PARSE,
        /** From facts to edges, decoding the facts included. */
        RESOLVE,
        /** From stored files to what searches see, reading the files included. */
        INDEX
    }

    /** Does the work and adds its time. */
    public <T> T in(Step step, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(step, System.nanoTime() - start);
        }
    }

    private void add(Step step, long time) {
        LongAdder adder = nanos.get(step);
        if (adder != null) {
            adder.add(time);
        }
    }

    /** Every step's time so far. */
    public Map<Step, Duration> sums() {
        Map<Step, Duration> sums = new EnumMap<>(Step.class);
        nanos.forEach((step, adder) -> sums.put(step, Duration.ofNanos(adder.sum())));
        return sums;
    }

    /** The parser whose work is {@link Step#PARSE}. */
    public SourceParser timed(SourceParser parser) {
        return new SourceParser() {
            @Override
            public ParsedFile parse(SourceFile file) {
                return in(Step.PARSE, () -> parser.parse(file));
            }

            @Override
            public String version() {
                return parser.version();
            }
        };
    }

    /** The observer whose work is {@link Step#INDEX}. */
    public WriteObserver<CodeFileId> timed(WriteObserver<CodeFileId> observer) {
        return new WriteObserver<>() {
            @Override
            public void written(Collection<CodeFileId> ids) {
                long start = System.nanoTime();
                observer.written(ids);
                add(Step.INDEX, System.nanoTime() - start);
            }
        };
    }
}
