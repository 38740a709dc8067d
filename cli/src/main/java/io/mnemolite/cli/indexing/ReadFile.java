package io.mnemolite.cli.indexing;

import io.mnemolite.discovery.FoundFile;
import io.mnemolite.discovery.SkipReason;
import io.mnemolite.discovery.SourceText;

/** A file that was read. */
sealed interface ReadFile {

    FoundFile file();

    /** @param hash of the content, as the server computes it */
    record Source(FoundFile file, String content, String hash) implements ReadFile {}

    /** Its content says that it is not to be sent. */
    record Unusable(FoundFile file, SkipReason reason) implements ReadFile {}

    static ReadFile read(FoundFile file) {
        return switch (SourceText.read(file.file())) {
            case SourceText.Text text -> new Source(file, text.content(), text.hash());
            case SourceText.Unusable unusable -> new Unusable(file, unusable.reason());
        };
    }
}
