package io.mnemolite.parsing.chunk;

/**
 * How large chunks are, in bytes of UTF-8. A model of 512 tokens sees about 2,000 characters of code; a reader likes to
 * see a function whole.
 */
final class Sizes {

    /** What is larger is split. */
    static final int WHOLE = 4_000;
    /** Parts of what is split are at least this large, but for the last. */
    static final int PART_LEAST = 1_200;
    /** … and at most this large, where they can be cut between statements. */
    static final int PART_MOST = 2_400;
    /** Pieces of text without structure. */
    static final int FIXED = 2_000;
    /** A definition within a large function is a chunk of its own from this size on. */
    static final int INNER_LEAST = 400;

    private Sizes() {}
}
