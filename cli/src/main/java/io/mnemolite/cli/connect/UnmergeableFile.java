package io.mnemolite.cli.connect;

/** A configuration that cannot be changed without a loss; the clause says why. */
final class UnmergeableFile extends Exception {

    UnmergeableFile(String clause) {
        super(clause);
    }

    String clause() {
        return String.valueOf(getMessage());
    }
}
