package io.mnemolite.lucene;

import io.mnemolite.contract.EventIndexContract;
import io.mnemolite.core.search.EventIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneEventIndexTest extends EventIndexContract {

    @TempDir
    private Path folder;

    @Override
    protected EventIndex openIndex() {
        return reopen();
    }

    @Override
    protected EventIndex reopen() {
        return LuceneEventIndex.open(folder, DIMENSION);
    }
}
