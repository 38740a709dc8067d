package io.mnemolite.cache;

import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import java.util.Collection;
import java.util.List;

/** Bumps the epochs of what a write touches after the write and before its answer, whatever the outcome. */
final class CoherentCodeIndexing implements CodeIndexing {

    private final CodeIndexing delegate;
    private final Epochs epochs;

    CoherentCodeIndexing(CodeIndexing delegate, Epochs epochs) {
        this.delegate = delegate;
        this.epochs = epochs;
    }

    @Override
    public IndexOutcome index(IndexRequest request) {
        try {
            return delegate.index(request);
        } finally {
            epochs.repositoryChanged(request.repository());
        }
    }

    @Override
    public boolean isCurrent(FileState state) {
        return delegate.isCurrent(state);
    }

    @Override
    public Removal removeRepository(String repository) {
        try {
            return delegate.removeRepository(repository);
        } finally {
            epochs.repositoryChanged(repository);
        }
    }

    @Override
    public List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors) {
        try {
            return delegate.keepVectors(model, vectors);
        } finally {
            epochs.someRepositoryChanged();
        }
    }
}
