package io.mnemolite.lucene.code.terms;

/** Takes the trigrams of a text, in order, repeated ones again. No character is a surrogate. */
@FunctionalInterface
interface TrigramSink {

    void accept(char first, char second, char third);
}
