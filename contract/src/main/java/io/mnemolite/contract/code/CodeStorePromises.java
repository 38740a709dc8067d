package io.mnemolite.contract.code;

import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One group of promises, checked on a store that is empty when a test begins. */
public abstract class CodeStorePromises {

    static final String MODEL = "model";

    protected abstract CodeStore store();

    /** Writes the samples, those of each repository at once. */
    final List<CodeFileId> write(CodeSample... samples) {
        Map<String, List<CodeFileDraft>> drafts = new LinkedHashMap<>();
        for (CodeSample sample : samples) {
            drafts.computeIfAbsent(sample.repository(), name -> new ArrayList<>())
                    .add(sample.draft());
        }
        List<CodeFileId> changed = new ArrayList<>();
        drafts.forEach(
                (repository, files) -> changed.addAll(store().write(repository, CodeSample.NOW, files, List.of())));
        return changed;
    }

    final Optional<IndexedCodeFile> find(CodeSample sample) {
        return store().findAll(List.of(sample.draft().id()), MODEL).stream().findFirst();
    }

    static List<CodeFileId> ids(CodeSample... samples) {
        return Stream.of(samples).map(sample -> sample.draft().id()).toList();
    }
}
