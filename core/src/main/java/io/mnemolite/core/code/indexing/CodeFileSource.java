package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.indexing.EntitySource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a store, with vectors of one model. */
public record CodeFileSource(CodeStore store, String model) implements EntitySource<CodeFileId, IndexedCodeFile> {

    @Override
    public String indexName() {
        return "code index";
    }

    @Override
    public String plural() {
        return "files";
    }

    @Override
    public int scannedAtOnce() {
        return 100;
    }

    @Override
    public int appliedAtOnce() {
        return 200;
    }

    @Override
    public CodeFileId id(IndexedCodeFile file) {
        return file.file().id();
    }

    @Override
    public long revision(IndexedCodeFile file) {
        return file.file().revision();
    }

    @Override
    public long vectorRevision(IndexedCodeFile file) {
        return file.file().vectorRevision();
    }

    @Override
    public long count() {
        return store.countFiles();
    }

    @Override
    public List<IndexedCodeFile> scan(@Nullable CodeFileId after, int limit) {
        return store.scan(after, limit, model);
    }

    @Override
    public List<IndexedCodeFile> findAll(Collection<CodeFileId> ids) {
        return store.findAll(ids, model);
    }
}
