package io.mnemolite.parsing.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a grammar does not know is blank for the parser, and nothing else is. */
class ParserInputTest {

    private static final SyntaxTrees TREES = new SyntaxTrees(Path.of("target/native"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cpp|class EXPORTED Name {};|class          Name {};",
                "cpp|template <class T> struct ALIGN(16) Name final : B<T> {};|template <class T> struct           Name final : B<T> {};",
                "cpp|int f() const NOEXCEPT_IF(x) { return 1; }|int f() const                { return 1; }",
                "cpp|EXPORT_API std::string name(int a);|`           std::string name(int a);`",
                "cpp|QT_BEGIN_NAMESPACE|`                  `",
                "kotlin|public fun interface Name { fun run() }|public     interface Name { fun run() }",
            })
    void macrosAndLaterWords_areBlank(String grammar, String text, String given) {
        assertThat(given(grammar, text)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cpp|class NAME {};",
                "cpp|struct POINT point = {1, 2};",
                "cpp|enum class KIND : int { FIRST };",
                "cpp|DWORD value = read(x);",
                "cpp|BOOL read(int x) { return CHECKED(x); }",
                "cpp|if (a) RETURN_IF(x);",
                "c|static const struct POINT origin = { 0 };",
                "kotlin|fun interfaces() {}",
                "java|class EXPORTED Name {}",
                "cpp|// Über allem: « EXPORTED »",
            })
    void whatANameCanStandFor_isGivenAsItIs(String grammar, String text) {
        assertThat(given(grammar, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// see (bug 12)\nTEST(Suite, Name) {\n helper();\n}\n",
                "#define N(a) (a)\n\nTEST_F(Suite, Two)\n{\n}\n",
                "REGISTER(foo)\nTEST(A, B) {}\n",
                "copy(\n  x,\n  BUFFER_END\n);\n",
                "int x = FIRST |\n    FLAG_END\n    ;\n"
            })
    void testsAndArguments_areNoMacrosOfThatKind(String text) {
        assertThat(given("cpp", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TABLE_ENTRY(0x1234, 0x5678)\n",
                "AAAA()",
                "_BEGIN",
                "class AAAA ",
                "class ",
                ") AAAA ",
                "A_",
                ")",
                "AAAAAA BBBBBB "
            })
    void hostileText_takesTimeInProportion(String part) {
        String text = part.repeat(1_000_000 / part.length()) + ";";

        // Without a limit each of these took minutes, or the stack.
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> given("cpp", text));
    }

    private static String given(String grammar, String text) {
        return new String(ParserInput.of(TREES.grammar(grammar), text.getBytes(UTF_8)), UTF_8);
    }
}
