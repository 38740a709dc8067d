package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.FileFacts;
import java.util.Optional;

/** Reads the facts of a stored file anew from its text. May be called from many threads at once; throws nothing for a text. */
@FunctionalInterface
public interface FactsOfText {

    /** Empty when the file has another revision by now, or says nothing about itself. */
    Optional<FileFacts> read(StoredFacts of);
}
