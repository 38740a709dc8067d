package io.mnemolite.server.mcp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRootsTest {

    private final Path folder;
    private final Path root;
    private final IndexRoots roots;

    IndexRootsTest(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
        root = folder.resolve("root");
        Files.createDirectories(root.resolve("project"));
        Files.createDirectories(folder.resolve("root-beside"));
        Files.writeString(root.resolve("file.txt"), "x");
        roots = new IndexRoots(List.of(root, folder.resolve("not there")));
    }

    @Test
    void require_belowARoot_isItsRealPath() {
        assertThat(roots.require(root.toString())).isEqualTo(root);
        assertThat(roots.require(root + "/project/../project")).isEqualTo(root.resolve("project"));
    }

    @Test
    void require_outside_isRefusedLikeWhatDoesNotExist() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("root-beside"));
        for (String elsewhere : List.of(
                root + "/..",
                root + "/../root-beside",
                folder + "/root-beside",
                root + "/link",
                root + "/nothing",
                "/")) {
            assertThatThrownBy(() -> roots.require(elsewhere))
                    .as(elsewhere)
                    .hasMessageContaining("does not exist below the configured roots");
        }
    }

    @Test
    void require_throughALinkedRoot_isAllowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("linked root"), root);
        assertThat(new IndexRoots(List.of(link)).require(root + "/project")).isEqualTo(root.resolve("project"));
    }

    @Test
    void require_noDirectory_isRefusedWithWhatToDo() {
        assertThatThrownBy(() -> roots.require(root + "/file.txt")).hasMessageContaining("is no directory");
        assertThatThrownBy(() -> roots.require("project")).hasMessageContaining("is relative; send its absolute path");
        assertThatThrownBy(() -> roots.require("\0")).hasMessageContaining("is no path");
        assertThatThrownBy(() -> new IndexRoots(List.of()).require("/srv/x"))
                .hasMessageContaining("mnemolite index /srv/x");
    }
}
