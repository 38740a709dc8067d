package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackingTest {

    @TempDir
    private Path runtime;

    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void run_twice_unpacksOnceWithModesAndLinks() throws IOException {
        byte[] archive = archive("bin/tool", "lib/data.so", "lib/data.so.1");

        unpack(archive).run();
        unpack(archive).run();

        Path target = runtime.resolve("programs");
        assertThat(opened).hasValue(1);
        assertThat(target.resolve("bin/tool")).isExecutable().hasContent("bin/tool");
        assertThat(Files.isExecutable(target.resolve("lib/data.so"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("lib/data.so.1"))).isEqualTo(Path.of("data.so"));
    }

    @Test
    void run_fileEmptiedByAPowerLoss_unpacksAgain() throws IOException {
        byte[] archive = archive("bin/tool", "lib/data.so", "lib/data.so.1");
        unpack(archive).run();
        Files.writeString(runtime.resolve("programs/bin/tool"), "");

        unpack(archive).run();

        assertThat(runtime.resolve("programs/bin/tool")).hasContent("bin/tool");
    }

    @Test
    void run_restsOfAKilledProcess_areRemoved() throws IOException {
        Files.createDirectories(runtime.resolve(".new-1/bin"));

        unpack(archive("bin/tool", "lib/data.so", "lib/data.so.1")).run();

        assertThat(runtime.resolve(".new-1")).doesNotExist();
    }

    @Test
    void run_entryOutside_isRefused() throws IOException {
        byte[] archive = archive("../outside", "lib/data.so", "lib/data.so.1");

        assertThatThrownBy(() -> unpack(archive).run())
                .isInstanceOf(IOException.class)
                .hasMessage("The archive holds an entry outside of itself: ../outside");
    }

    private Unpacking unpack(byte[] archive) {
        return new Unpacking(
                () -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(archive);
                },
                runtime.resolve("programs"));
    }

    private static byte[] archive(String program, String file, String link) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            write(tar, program, 0755);
            write(tar, file, 0644);
            TarArchiveEntry entry = new TarArchiveEntry(link, TarConstants.LF_SYMLINK);
            entry.setLinkName("data.so");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static void write(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
