package io.mnemolite.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedFileTest {

    @TempDir
    private Path directory;

    private URL resource;
    private Path target;

    @BeforeEach
    void writeResource() throws IOException {
        Path source = Files.writeString(directory.resolve("source"), "what the jar holds");
        resource = source.toUri().toURL();
        target = directory.resolve("new/target");
    }

    @Test
    void unpack_copiesTheResource() {
        assertThat(UnpackedFile.unpack(resource, target)).isEqualTo(target).hasContent("what the jar holds");
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void unpack_ofADamagedFile_replacesIt() throws IOException {
        UnpackedFile.unpack(resource, target);
        Files.writeString(target, "what the jar HOLDS");

        assertThat(UnpackedFile.unpack(resource, target)).hasContent("what the jar holds");
    }

    @Test
    void unpack_removesWhatAKilledServerLeft_butNotWhatAnotherWrites() throws IOException {
        Files.createDirectories(target.getParent());
        Path abandoned = Files.writeString(target.resolveSibling("target-1.part"), "what");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path running = Files.writeString(target.resolveSibling("target-2.part"), "what");

        UnpackedFile.unpack(resource, target);

        assertThat(abandoned).doesNotExist();
        assertThat(running).exists();
    }

    @Test
    void fingerprint_ofAJarEntry_isThatOfTheFile() throws IOException {
        URL inJar = Objects.requireNonNull(BuiltInModel.class.getResource("/bge-small-en-v1.5-q-tokenizer.json"));

        assertThat(inJar.getProtocol()).isEqualTo("jar");
        assertThat(Fingerprint.of(UnpackedFile.unpack(inJar, target))).isEqualTo(Fingerprint.of(inJar));
    }
}
