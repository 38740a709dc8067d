package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The facts of a stored file by parsing its text, which its chunks are. */
public final class ParsedTextFacts implements FactsOfText {

    private static final Logger LOG = LoggerFactory.getLogger(ParsedTextFacts.class);

    /** Of no model: the text is wanted, and no vectors. */
    private static final String NO_MODEL = "";

    private final CodeStore store;
    private final SourceParser parser;

    public ParsedTextFacts(CodeStore store, SourceParser parser) {
        this.store = store;
        this.parser = parser;
    }

    @Override
    public Optional<FileFacts> read(StoredFacts of) {
        return store.findAll(List.of(of.version().id()), NO_MODEL).stream()
                .filter(found -> found.file().revision() == of.version().revision())
                .findFirst()
                .flatMap(this::parse);
    }

    private Optional<FileFacts> parse(IndexedCodeFile stored) {
        String path = stored.file().path();
        try {
            SourceFile file =
                    new SourceFile(path, stored.text(), stored.file().language().name());
            return Optional.ofNullable(parser.parse(file).facts());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("The facts of '{}' could not be read anew from its text", path, e);
            return Optional.empty();
        }
    }
}
