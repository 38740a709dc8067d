package io.mnemolite.cli.code;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a name is looked up. */
final class SymbolOptions {

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "Look for names in this repository alone. Default: in all.")
    private @Nullable String repository;

    SymbolName name(String text) {
        return new SymbolName(text, repository);
    }

    @Nullable
    String repository() {
        return repository;
    }
}
