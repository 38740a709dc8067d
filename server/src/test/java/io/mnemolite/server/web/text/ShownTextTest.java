package io.mnemolite.server.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    @Test
    void hiddenCharacters_areNamedWhereTheyStand() {
        ShownText shown = ShownText.whole("a\u202Eb\u0000\u200Bc\r\nd\te");

        assertThat(shown.plain()).isEqualTo("aU+202EbU+0000U+200Bc\nd\te");
        assertThat(shown.pieces()).filteredOn(Piece::hidden).hasSize(3);
    }

    @Test
    void joinersOfScriptsAndEmoji_stay() {
        assertThat(ShownText.whole("👩\u200D💻 می\u200Cخواهم").plain()).isEqualTo("👩\u200D💻 می\u200Cخواهم");
    }

    @Test
    void beginning_neverCutsACharacterInTwo() {
        ShownText shown = ShownText.beginning("ab😀cd", 3);

        assertThat(shown.plain()).isEqualTo("ab");
        assertThat(shown.cut()).isTrue();
        assertThat(shown.length()).isEqualTo(6);
        assertThat(ShownText.beginning("ab", 2).cut()).isFalse();
        assertThat(ShownText.beginning("", 2).pieces()).isEmpty();
    }

    @Test
    void marks_areApartFromTheRest_evenAroundHiddenCharacters() {
        ShownText shown = ShownText.of("x wo\u0007rd y", 100, Pattern.compile("wo\u0007rd"));

        assertThat(shown.pieces())
                .containsExactly(
                        new Piece(Piece.Kind.PLAIN, "x "),
                        new Piece(Piece.Kind.MARKED, "wo"),
                        new Piece(Piece.Kind.HIDDEN, "U+0007"),
                        new Piece(Piece.Kind.MARKED, "rd"),
                        new Piece(Piece.Kind.PLAIN, " y"));
    }
}
