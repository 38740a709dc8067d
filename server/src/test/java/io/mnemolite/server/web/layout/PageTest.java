package io.mnemolite.server.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PageTest {

    /** The letter after g decides where one goes. */
    @Test
    void pages_haveKeysAndPathsOfTheirOwn() {
        assertThat(Arrays.stream(Page.values()).map(Page::key)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Page.values()).map(Page::path)).doesNotHaveDuplicates();
    }
}
