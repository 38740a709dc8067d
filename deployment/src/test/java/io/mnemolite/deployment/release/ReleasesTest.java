package io.mnemolite.deployment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {

    @TempDir
    Path directory;

    private ReleaseArchive archive(String name, String... entries) throws Exception {
        Path file = directory.resolve(name + ".tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (String entry : entries) {
                String[] link = entry.split(" -> ", 2);
                if (link.length == 2) {
                    TarArchiveEntry header = new TarArchiveEntry(link[0], TarConstants.LF_SYMLINK);
                    header.setLinkName(link[1]);
                    tar.putArchiveEntry(header);
                    tar.closeArchiveEntry();
                    continue;
                }
                TarArchiveEntry header = new TarArchiveEntry(entry);
                byte[] content = name.getBytes(StandardCharsets.UTF_8);
                header.setSize(entry.endsWith("/") ? 0 : content.length);
                header.setMode(entry.endsWith("mnemolite") ? 0755 : 0644);
                tar.putArchiveEntry(header);
                if (!entry.endsWith("/")) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        }
        writeChecksum(file);
        return new ReleaseArchive(file);
    }

    private static void writeChecksum(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"),
                HexFormat.of().formatHex(digest) + "  " + file.getFileName() + "\n");
    }

    private Releases releases() throws IOException {
        return new Releases(Files.createDirectories(directory.resolve("releases")));
    }

    @Test
    void unpack_archive_isThereWithItsLauncher() throws Exception {
        ReleaseArchive archive =
                archive("any", "mnemolite-1.2.0/", "mnemolite-1.2.0/mnemolite", "mnemolite-1.2.0/lib/a.jar");

        assertThat(releases().unpack(archive)).startsWith("1.2.0 has the SHA-256 ");

        assertThat(archive.version()).isEqualTo("1.2.0");
        assertThat(releases().launcher("1.2.0")).isExecutable().hasContent("any");
        assertThat(directory.resolve("releases/1.2.0/lib/a.jar")).exists();
        assertThat(Files.isExecutable(directory.resolve("releases/1.2.0/lib/a.jar")))
                .isFalse();
        assertThat(releases().unpack(archive)).isEqualTo("1.2.0 was unpacked before");
    }

    @Test
    void unpack_afterAKillLeftSomething_isWhole() throws Exception {
        Files.createDirectories(directory.resolve("releases/.unpacking/mnemolite-1.2.0"));
        Files.writeString(directory.resolve("releases/.unpacking/mnemolite-1.2.0/half"), "");

        releases().unpack(archive("any", "mnemolite-1.2.0/mnemolite"));

        assertThat(directory.resolve("releases/1.2.0/half")).doesNotExist();
        assertThat(directory.resolve("releases/.unpacking")).doesNotExist();
    }

    @Test
    void unpack_alteredArchive_isRefusedWithBothSums() throws Exception {
        ReleaseArchive archive = archive("any", "mnemolite-1.2.0/mnemolite");
        byte[] bytes = Files.readAllBytes(archive.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive.file(), bytes);

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(archive))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("has the SHA-256")
                .hasMessageContaining("Fetch both again.");
        assertThat(directory.resolve("releases/1.2.0")).doesNotExist();
    }

    @Test
    void unpack_noChecksum_isRefused() throws Exception {
        ReleaseArchive archive = archive("any", "mnemolite-1.2.0/mnemolite");
        Files.delete(directory.resolve("any.tar.gz.sha256"));

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(archive)).hasMessageContaining("There is no checksum");
    }

    @Test
    void unpack_otherContentsOfAVersion_isRefused() throws Exception {
        releases().unpack(archive("one", "mnemolite-1.2.0/mnemolite"));
        ReleaseArchive other = archive("two", "mnemolite-1.2.0/mnemolite");

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(other)).hasMessageContaining("a version means one thing");
    }

    @Test
    void unpack_entryOutsideOfTheArchive_isRefused() throws Exception {
        ReleaseArchive archive = archive("any", "mnemolite-1.2.0/mnemolite", "mnemolite-1.2.0/../../../evil");

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(archive)).hasMessageContaining("evil");
        assertThat(directory.resolve("evil")).doesNotExist();
        assertThat(directory.resolve("releases/1.2.0")).doesNotExist();
    }

    @Test
    void unpack_linkWithinTheArchive_isKept() throws Exception {
        releases().unpack(archive("any", "mnemolite-1.2.0/mnemolite", "mnemolite-1.2.0/lib/a/b -> ../../mnemolite"));

        assertThat(directory.resolve("releases/1.2.0/lib/a/b")).isSymbolicLink().hasContent("any");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnemolite-1.2.0/a -> ../../../evil", "mnemolite-1.2.0/a -> /etc/evil"})
    void unpack_linkOutOfTheArchive_isRefused(String link) throws Exception {
        ReleaseArchive archive = archive("any", "mnemolite-1.2.0/mnemolite", link);

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(archive)).hasMessageContaining("outside of the archive");
    }

    /** A link to a place within that, followed by a step up, leads out of the archive. */
    @Test
    void unpack_entryBehindALink_isRefused() throws Exception {
        ReleaseArchive archive = archive(
                "any", "mnemolite-1.2.0/mnemolite", "mnemolite-1.2.0/p/q/a -> ../..", "mnemolite-1.2.0/p/q/a/file");

        Releases releases = releases();

        assertThatThrownBy(() -> releases.unpack(archive)).hasMessageContaining("p/q/a/file");
    }

    @Test
    void version_foreignArchive_isRefused() throws Exception {
        ReleaseArchive archive = archive("any", "other-1.0/file");

        assertThatThrownBy(archive::version).hasMessageContaining("is no archive of MnemoLite");
    }

    @Test
    void archive_thatIsNone_isSaid() throws Exception {
        Path missing = directory.resolve("missing.tar.gz");
        assertThatThrownBy(() -> new ReleaseArchive(missing).version())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("The archive " + missing + " cannot be read");

        Path text = Files.writeString(directory.resolve("text.tar.gz"), "no archive");
        assertThatThrownBy(() -> new ReleaseArchive(text).version())
                .hasMessageContaining("The archive " + text + " cannot be read");

        Files.createDirectory(directory.resolve("text.tar.gz.sha256"));
        assertThatThrownBy(() -> new ReleaseArchive(text).verifiedChecksum())
                .hasMessageContaining("The archive " + text + " cannot be read");
    }
}
