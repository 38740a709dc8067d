package io.mnemolite.load;

/** Arguments that cannot be meant. The message is a sentence that says what can. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String sentence) {
        super(sentence);
    }
}
