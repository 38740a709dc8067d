package io.mnemolite.cli.connect;

/**
 * A configuration with our entry in it.
 *
 * @param text the whole file
 */
record Merged(String text, Outcome outcome) {

    /** What became of the entry. */
    enum Outcome {
        ADDED,
        REPLACED,
        UNCHANGED
    }
}
