package io.mnemolite.postgres.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.CodeStoreContract;
import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCodeStoreTest extends CodeStoreContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected CodeStore store() {
        return STORE.empty().code();
    }

    @Override
    protected ChangeLog<CodeFileId> log() {
        return STORE.store().codeChanges();
    }

    @Test
    void prune_ofOneKind_leavesTheLogOfTheOtherWhole() {
        PostgresStore store = STORE.store();
        IndexPosition start = store.changes().horizon();
        store.events().insert(List.of(EventSample.text("an event").draft()));
        store.code()
                .write("r", CodeSample.NOW, List.of(CodeSample.of("a.py", "x").draft()), List.of());
        store.events().insert(List.of(EventSample.text("another event").draft()));
        Eventually.get(() -> store.changes().after(start, 10), seen -> seen.size() == 2);
        STORE.execute("update mnemolite.change set at = at - interval '2 days'");

        IndexPosition end = store.changes().horizon();
        store.changes().prune(end);

        assertThat(store.changes().covers(start)).isFalse();
        assertThat(store.changes().after(start, 10)).isEmpty();
        assertThat(store.codeChanges().covers(start)).isTrue();
        assertThat(store.codeChanges().after(start, 10)).hasSize(1);

        store.codeChanges().prune(end);
        assertThat(store.codeChanges().covers(start)).isFalse();
    }
}
