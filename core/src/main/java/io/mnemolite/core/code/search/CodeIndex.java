package io.mnemolite.core.code.search;

import io.mnemolite.core.change.DerivedIndex;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;

/** The search index of code. A file is replaced with all its chunks. Snapshots are taken while files are applied. */
public interface CodeIndex extends DerivedIndex<CodeFileId, IndexedCodeFile> {

    /**
     * How much tests and generated code count beside other code: their lexical score is multiplied with it, and where both
     * channels are fused, their distance is divided by it.
     */
    double DEMOTION = 0.7;

    /** A view that covers every {@link #apply} that returned before this call. */
    CodeSnapshot snapshot();
}
