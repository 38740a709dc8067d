package io.mnemolite.lucene.code.terms;

import io.mnemolite.lucene.text.TextAnalyzer;

/** Texts to counted terms. Used by one thread at a time: it remembers the words that it has seen, some megabytes of them. */
public final class TermCounting {

    private final WordCounts words = new WordCounts(TextAnalyzer.forDocuments());
    private final TrigramCounts ofWords = new TrigramCounts();

    // A table of its own: it grows with the largest file, and small texts are counted faster in a small table.
    private final TrigramCounts ofTexts = new TrigramCounts();

    /** The words and their parts. */
    public CountedTerms words(String text) {
        return words.of(text);
    }

    /** The trigrams of the words, see {@link WordTrigrams}. */
    public CountedTerms wordTrigrams(String text) {
        WordTrigrams.each(text, ofWords);
        return ofWords.take();
    }

    /** The distinct trigrams of the whole text, see {@link TextTrigrams}. */
    public CountedTerms textTrigrams(String text) {
        TextTrigrams.each(text, ofTexts);
        return ofTexts.takeDistinct();
    }
}
