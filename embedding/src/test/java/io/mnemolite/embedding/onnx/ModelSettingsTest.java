package io.mnemolite.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSettingsTest {

    @TempDir
    private Path directory;

    @Test
    void read_withoutFiles_givesTheMeanAnd512Tokens() {
        assertThat(ModelSettings.read(directory)).isEqualTo(new ModelSettings(Pooling.MEAN, 512));
    }

    @Test
    void read_takesPoolingAndTheShortestLength() throws IOException {
        write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
        write("config.json", "{\"max_position_embeddings\": 8192}");
        write("sentence_bert_config.json", "{\"max_seq_length\": 256}");

        assertThat(ModelSettings.read(directory)).isEqualTo(new ModelSettings(Pooling.FIRST_TOKEN, 256));
    }

    @Test
    void read_ofARobertaModel_leavesOutThePositionsItReserves() throws IOException {
        write(
                "config.json",
                "{\"max_position_embeddings\": 130, \"model_type\": \"xlm-roberta\", \"pad_token_id\": 1}");

        assertThat(ModelSettings.read(directory).maximumTokens()).isEqualTo(128);
    }

    @Test
    void read_ofAnotherPooling_isRefusedWithTheFilesName() throws IOException {
        write("1_Pooling/config.json", "{\"pooling_mode_lasttoken\": true}");

        assertThatThrownBy(() -> ModelSettings.read(directory))
                .hasMessageContaining("1_Pooling")
                .hasMessageContaining("pooling_mode_mean_tokens");
    }

    @Test
    void read_ofBrokenJson_isRefusedWithTheFilesName() throws IOException {
        write("config.json", "{");

        assertThatThrownBy(() -> ModelSettings.read(directory)).hasMessageContaining("config.json");
    }

    private void write(String name, String json) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }
}
