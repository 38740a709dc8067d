package io.mnemolite.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.discovery.SourceText.Text;
import io.mnemolite.discovery.SourceText.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {

    @TempDir
    Path folder;

    @Test
    void utf8_isReadAsIs() throws IOException {
        assertThat(read("héllo\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Text("héllo\r\n", true));
        assertThat(read(new byte[0])).isEqualTo(new Text("", true));
    }

    @Test
    void otherEncodings_areReadAndSaySo() throws IOException {
        assertThat(read("héllo".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(new Text("héllo", false));
        assertThat(read("\uFEFFhé".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(new Text("hé", false));
        assertThat(read("\uFEFFhé".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(new Text("hé", false));
    }

    @Test
    void binary_isUnusable() throws IOException {
        assertThat(read(new byte[] {'a', 0, 'b'})).isEqualTo(new Unusable(SkipReason.BINARY));
    }

    @Test
    void missing_isUnusable() {
        assertThat(SourceText.read(folder.resolve("none"))).isEqualTo(new Unusable(SkipReason.UNREADABLE));
    }

    @Test
    void hash_isSha256OfUtf8() throws IOException {
        assertThat(((Text) read("abc".getBytes(StandardCharsets.UTF_8))).hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private SourceText read(byte[] bytes) throws IOException {
        return SourceText.read(Files.write(folder.resolve("file"), bytes));
    }
}
