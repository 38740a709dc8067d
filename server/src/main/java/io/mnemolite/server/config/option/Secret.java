package io.mnemolite.server.config.option;

/**
 * A text that must not be shown: it prints as asterisks.
 *
 * @param reveal the text itself, for the one place that needs it
 */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return Masking.HIDDEN;
    }
}
