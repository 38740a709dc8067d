package io.mnemolite.core.code.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search for code found.
 *
 * @param hits best first
 * @param lexicalCount how many candidates the lexical channel offered; null when it was not asked
 * @param vectorCount how many candidates the vector channel offered; null when it was not asked or did not answer
 * @param unique how many candidates there were after the fusion
 * @param isVectorAble whether the query has a vector, or nothing is known that keeps its text from getting one
 * @param vectorMissing why the vector channel did not answer though it was asked, as a sentence; null when it did
 * @param times how long each step took
 */
public record CodeAnswer(
        List<CodeHit> hits,
        @Nullable Integer lexicalCount,
        @Nullable Integer vectorCount,
        int unique,
        boolean isVectorAble,
        @Nullable String vectorMissing,
        Times times) {

    public CodeAnswer {
        hits = List.copyOf(hits);
    }

    /** Null for a step that did not take place. */
    public record Times(
            @Nullable Duration lexical,
            @Nullable Duration vector,
            @Nullable Duration fusion) {}
}
