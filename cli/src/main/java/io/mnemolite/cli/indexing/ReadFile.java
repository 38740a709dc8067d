package io.mnemolite.cli.indexing;

import io.mnemolite.discovery.FoundFile;
import io.mnemolite.discovery.SkipReason;
import io.mnemolite.discovery.SourceText;

/** A file that was read. */
sealed interface ReadFile {

    FoundFile file();

    /**
     * Text.
     *
     * @param hash of the content, as the server computes it
     * @param isUtf8 whether its bytes are UTF-8
     */
    record Source(FoundFile file, String content, String hash, boolean isUtf8) implements ReadFile {}

    /** Its content says that it is not to be sent. */
    record Unusable(FoundFile file, SkipReason reason) implements ReadFile {}

    static ReadFile read(FoundFile file) {
        return switch (SourceText.read(file.file())) {
            case SourceText.Text text -> new Source(file, text.content(), text.hash(), text.isUtf8());
            case SourceText.Unusable unusable -> new Unusable(file, unusable.reason());
        };
    }
}
