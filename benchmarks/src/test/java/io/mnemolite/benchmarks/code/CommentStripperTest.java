package io.mnemolite.benchmarks.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentStripperTest {

    @Test
    void strip_comments_leavesCodeAndLines() {
        String source = """
                /** Adds.
                 * @return it */
                int add(int a /* first */, int b) { // both
                    return a / b; /**/
                }
                """;

        assertThat(CommentStripper.strip(source))
                .isEqualTo(" \n\nint add(int a  , int b) {  \n    return a / b;  \n}\n");
    }

    @Test
    void strip_whatLooksLikeAComment_staysInLiterals() {
        String source = "String a = \"// no \\\" /* no\"; char b = '\"', c = '\\''; // yes";

        assertThat(CommentStripper.strip(source))
                .isEqualTo("String a = \"// no \\\" /* no\"; char b = '\"', c = '\\'';  ");
    }

    @Test
    void strip_textBlock_staysWhole() {
        String source = "var a = \"\"\"\n  // no \"\" \\\"\"\" /* no */\n  \"\"\"; /* yes\r\n */ b();";

        assertThat(CommentStripper.strip(source))
                .isEqualTo("var a = \"\"\"\n  // no \"\" \\\"\"\" /* no */\n  \"\"\";  \r\n b();");
    }

    @Test
    void strip_commentWithoutEnd_isCutToItsLines() {
        assertThat(CommentStripper.strip("a /* b\nc")).isEqualTo("a  \n");
    }
}
