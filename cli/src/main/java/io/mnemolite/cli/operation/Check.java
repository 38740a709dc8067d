package io.mnemolite.cli.operation;

import io.mnemolite.cli.api.ServerConnection;

/**
 * One thing that an operator would look at.
 *
 * @param name a few words
 */
record Check(String name, Examination examination) {

    /** Looks, and says what it saw in a sentence. What is wrong is thrown as a {@link Trouble}. */
    @FunctionalInterface
    interface Examination {
        String look(ServerConnection server);
    }

    /** What is wrong, in a sentence. */
    static final class Trouble extends RuntimeException {

        Trouble(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
