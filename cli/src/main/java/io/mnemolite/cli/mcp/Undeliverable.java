package io.mnemolite.cli.mcp;

/** A message that no server has answered; the sentences say why and what to do. */
final class Undeliverable extends Exception {

    Undeliverable(String sentences) {
        super(sentences);
    }

    Undeliverable(String sentences, Throwable cause) {
        super(sentences, cause);
    }

    String sentences() {
        return String.valueOf(getMessage());
    }
}
