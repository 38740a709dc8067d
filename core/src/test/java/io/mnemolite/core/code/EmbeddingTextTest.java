package io.mnemolite.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmbeddingTextTest {

    private static Chunk chunk(String source, @Nullable String documentation) {
        ChunkMetadata metadata =
                new ChunkMetadata(null, List.of(), null, List.of(), documentation, new Complexity(0, 0), List.of());
        return new Chunk(ChunkType.METHOD, "readLine", "FileReader.readLine", source, 1, 1, metadata);
    }

    @Test
    void text_ofAChunkDocumentedAboveIt_tellsNameDocumentationAndSource() {
        assertThat(EmbeddingText.of(chunk("def readLine(): ...", "Gives the next line.\nOr nothing.")))
                .isEqualTo("read line file reader. Gives the next line.\nOr nothing.\ndef readLine(): ...");
    }

    @Test
    void text_ofAChunkThatHoldsItsDocumentation_tellsItOnce() {
        String source = "def readLine():\n  \"\"\"Gives the next line.\"\"\"\n";

        assertThat(EmbeddingText.of(chunk(source, "Gives the next line.")))
                .isEqualTo("read line file reader. " + source);
    }

    @Test
    void text_ofVeryLongDocumentation_leavesRoomForTheSource() {
        String text = EmbeddingText.of(chunk("the source", "d".repeat(100_000)));

        assertThat(text).endsWith("d\nthe source").hasSizeLessThan(3_100);
    }
}
