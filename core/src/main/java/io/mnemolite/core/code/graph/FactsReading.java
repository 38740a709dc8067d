package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.FileFactsCodec;
import io.mnemolite.core.code.indexing.ParsingThreads;
import io.mnemolite.core.error.MnemoliteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads stored facts. Those of an earlier format, and damaged ones, are read anew from the text of their file, and kept. */
final class FactsReading {

    private static final Logger LOG = LoggerFactory.getLogger(FactsReading.class);

    private final CodeGraphStore store;
    private final ParsingThreads threads;
    private final FactsOfText texts;

    FactsReading(CodeGraphStore store, ParsingThreads threads, FactsOfText texts) {
        this.store = store;
        this.threads = threads;
        this.texts = texts;
    }

    /**
     * What is known of some files.
     *
     * @param facts of those that have any
     * @param unread paths of those whose facts cannot be read in any way
     */
    record Known(List<FileFacts> facts, List<String> unread) {}

    Known read(List<StoredFacts> files) {
        List<FileFacts> facts = new ArrayList<>(files.size());
        List<StoredFacts> unreadable = new ArrayList<>();
        for (StoredFacts stored : files) {
            if (stored.facts().length > 0) {
                decoded(stored).ifPresentOrElse(facts::add, () -> unreadable.add(stored));
            }
        }
        List<String> unread = new ArrayList<>();
        List<Optional<FileFacts>> anew = threads.begin(unreadable, texts::read).await();
        for (int i = 0; i < unreadable.size(); i++) {
            StoredFacts stored = unreadable.get(i);
            if (anew.get(i).isEmpty()) {
                LOG.warn("The facts of '{}' cannot be read; index the file again", stored.path());
                unread.add(stored.path());
            } else {
                store.keepFacts(
                        stored.version(), FileFactsCodec.encode(anew.get(i).orElseThrow()));
                facts.add(anew.get(i).orElseThrow());
            }
        }
        return new Known(facts, unread);
    }

    /** Empty when the facts cannot be read. */
    static Optional<FileFacts> decoded(StoredFacts stored) {
        try {
            return Optional.of(FileFactsCodec.decode(stored.facts()));
        } catch (MnemoliteException e) {
            LOG.debug("The stored facts of '{}' cannot be read", stored.path(), e);
            return Optional.empty();
        }
    }
}
