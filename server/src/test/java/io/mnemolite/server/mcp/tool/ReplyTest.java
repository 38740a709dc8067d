package io.mnemolite.server.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private record Words(List<String> words) {}

    private static ToolAnswer<Words> words(int count) {
        List<String> words = Collections.nCopies(count, "word");
        return new ToolAnswer<>(new Words(words), String.join(" ", words));
    }

    @Test
    void fit_whatFitsWhole_isWhole() {
        Reply.Fitted<Words> fitted = Reply.fit(3, 1_000, ReplyTest::words);
        assertThat(fitted.count()).isEqualTo(3);
        assertThat(fitted.answer()).isEqualTo(words(3));
    }

    @Test
    void fit_whatDoesNotFit_isTheMostThatDoes() {
        for (int room = 100; room < 2_000; room += 37) {
            Reply.Fitted<Words> fitted = Reply.fit(1_000, room, ReplyTest::words);
            assertThat(Reply.tokens(fitted.answer())).isLessThanOrEqualTo(room);
            assertThat(Reply.tokens(words(fitted.count() + 1))).isGreaterThan(room);
        }
    }

    @Test
    void fit_nothing_isTheEmptyAnswer() {
        assertThat(Reply.fit(0, 10, ReplyTest::words).answer()).isEqualTo(words(0));
    }

    @Test
    void of_anAnswer_saysItTwice() {
        assertThat(Reply.of(words(2)).toString())
                .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"word word\"}],"
                        + "\"structuredContent\":{\"words\":[\"word\",\"word\"]},\"isError\":false}");
    }
}
