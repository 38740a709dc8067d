package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.indexing.CodeFileSource;
import io.mnemolite.core.code.indexing.CodeVerification;
import io.mnemolite.core.code.search.InMemoryCodeIndex;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.Verification.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comparison of the index of code with the store finds. */
class CodeVerificationTest {

    private static final CodeSample FIRST = CodeSample.of("a.py", "def a(): pass", "def b(): pass");
    private static final CodeSample SECOND = CodeSample.of("b.py", "def c(): pass");

    private final InMemoryCodeStore store = new InMemoryCodeStore();
    private final InMemoryCodeIndex index = new InMemoryCodeIndex(2);
    private final CodeFileSource source = new CodeFileSource(store, "words");
    private final CodeVerification verification = new CodeVerification(source, index, () -> {});

    private void store(CodeSample... samples) {
        for (CodeSample sample : samples) {
            store.write("r", CodeSample.NOW, List.of(sample.draft()), List.of());
        }
    }

    private void index(CodeSample... samples) {
        List<IndexedCodeFile> files =
                List.of(samples).stream().map(CodeSample::indexed).toList();
        index.apply(files, List.of());
    }

    @Test
    void verify_ofAnIndexThatIsTheStore_isOk() {
        store(FIRST, SECOND.unembedded());
        index(FIRST, SECOND.unembedded());

        assertThat(verification.verify())
                .containsExactly(
                        new Check("every stored file of code is in the code index", true, "2 files read"),
                        new Check("the code index holds nothing else", true, "3 chunks indexed, 3 stored"),
                        new Check("vectors of code", true, "0 searchable, 2 awaited"));
    }

    @Test
    void verify_ofAFileThatIsNotIndexed_namesItAndWhatToDo() {
        store(FIRST, SECOND);
        index(FIRST);

        assertThat(verification.verify())
                .contains(
                        new Check(
                                "every stored file of code is in the code index",
                                false,
                                "1 of 2 are missing, such as [b.py]; run mnemolite reindex"),
                        new Check(
                                "the code index holds nothing else",
                                false,
                                "2 chunks indexed, 3 stored; under constant writes run it again, else run mnemolite reindex"));
    }

    @Test
    void verify_whileTheIndexIsBuilt_isAFailedCheck() {
        CodeVerification early = new CodeVerification(source, index, () -> {
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The code index is being built.");
        });

        assertThat(early.verify())
                .containsExactly(new Check("the code index is ready", false, "The code index is being built."));
    }

    @Test
    void verify_ofAFileThatIsNoLongerStored_saysThatTheIndexHoldsMore() {
        store(FIRST);
        index(FIRST, SECOND);

        assertThat(verification.verify())
                .contains(
                        new Check("every stored file of code is in the code index", true, "1 files read"),
                        new Check(
                                "the code index holds nothing else",
                                false,
                                "3 chunks indexed, 2 stored; under constant writes run it again, else run mnemolite reindex"));
    }
}
