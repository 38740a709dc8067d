package io.mnemolite.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowsHashTest {

    @Test
    void hex_anyOrderAndAnyPieces_isTheSame() {
        RowsHash whole = hash("a\nb\nc\n");
        RowsHash reordered = hash("c\na\nb\n");
        RowsHash pieces = new RowsHash();
        for (String piece : new String[] {"", "a", "\n", "b\nc", "\n"}) {
            update(pieces, piece);
        }
        assertThat(whole.hex()).hasSize(64).isEqualTo(reordered.hex()).isEqualTo(pieces.hex());
        assertThat(whole.rows()).isEqualTo(pieces.rows()).isEqualTo(3);
        assertThat(whole.bytes()).isEqualTo(pieces.bytes()).isEqualTo(6);
    }

    @Test
    void hex_ofOneRow_isItsSha256() {
        // printf abc | sha256sum
        assertThat(hash("abc\n").hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hex_otherRows_differs() {
        String hex = hash("ab\nc\n").hex();
        assertThat(hash("a\nbc\n").hex()).isNotEqualTo(hex);
        assertThat(hash("ab\n").hex()).isNotEqualTo(hex);
        assertThat(hash("ab\nc\nc\n").hex()).isNotEqualTo(hex);
        // A sum by exclusive or would not see a pair.
        assertThat(hash("x\nx\n").hex())
                .isNotEqualTo(hash("").hex())
                .isNotEqualTo(hash("y\ny\n").hex());
    }

    private static RowsHash hash(String text) {
        RowsHash hash = new RowsHash();
        update(hash, text);
        return hash;
    }

    private static void update(RowsHash hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(Arrays.copyOf(bytes, bytes.length + 1), bytes.length);
    }
}
