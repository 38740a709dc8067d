package io.mnemolite.lucene.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.CodeIndexContract;
import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.CodeSnapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneCodeIndexTest extends CodeIndexContract {

    @TempDir
    Path directory;

    @Override
    protected CodeIndex openIndex() {
        return LuceneCodeIndex.open(directory.resolve("first"), DIMENSION, 1 << 20);
    }

    @Test
    void open_findsTheLastCommit() {
        Path place = directory.resolve("committed");
        IndexPosition position = new IndexPosition("store", 7, 8);
        try (CodeIndex index = LuceneCodeIndex.open(place, DIMENSION, 1 << 20)) {
            index.apply(List.of(CodeSample.of("a.py", "def a(): pass").indexed()), List.of());
            index.commit(position);
            index.apply(List.of(CodeSample.of("b.py", "def b(): pass").indexed()), List.of());
        }
        try (CodeIndex index = LuceneCodeIndex.open(place, DIMENSION, 1 << 20);
                CodeSnapshot snapshot = index.snapshot()) {
            assertThat(index.committedPosition()).contains(position);
            assertThat(snapshot.countChunks()).isEqualTo(1);
            assertThat(index.sizeInBytes()).isPositive();
        }
        try (CodeIndex index = LuceneCodeIndex.open(place, DIMENSION + 1, 1 << 20)) {
            assertThat(index.committedPosition()).isEmpty();
        }
    }
}
