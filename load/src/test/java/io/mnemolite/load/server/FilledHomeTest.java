package io.mnemolite.load.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledHomeTest {

    @TempDir
    private Path work = Path.of("");

    @Test
    void restore_afterChanges_isAsItWasKept() throws IOException {
        Path data = Files.createDirectories(work.resolve("home/postgres/data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("kept"), "first");
        FilledHome filled = FilledHome.keep(work);
        Files.writeString(data.resolve("kept"), "changed");
        Files.writeString(data.resolve("added"), "new");
        filled.restore();
        assertThat(data.resolve("kept")).hasContent("first");
        assertThat(data.resolve("added")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }
}
