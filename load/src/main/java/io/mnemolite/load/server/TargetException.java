package io.mnemolite.load.server;

/** The server cannot be driven, in a sentence for whoever asked. */
public final class TargetException extends RuntimeException {

    public TargetException(String sentence) {
        super(sentence);
    }

    public TargetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
