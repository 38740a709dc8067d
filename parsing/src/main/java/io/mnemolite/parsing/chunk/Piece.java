package io.mnemolite.parsing.chunk;

/**
 * A stretch of a file that becomes a chunk, or several when it is too large.
 *
 * @param unit what it is a piece of
 */
record Piece(Unit unit, int start, int end) {

    int length() {
        return end - start;
    }
}
