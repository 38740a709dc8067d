package io.mnemolite.core.code.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredPiecesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            plain text        ~ plain text
            foo\\(bar\\)      ~ foo(bar)
            foo.*bar          ~ foo;bar
            foos?             ~ foo
            foos*x            ~ foo;x
            foo+              ~ foo
            ab{0,3}c          ~ a;c
            foo|bar           ~
            foo(a|b)bar       ~ foo;bar
            foo(?:a[)]|b)bar  ~ foo;bar
            foo[a-z]bar       ~ foo;bar
            foo[]x]bar        ~ foo;bar
            foo[^]x]bar       ~ foo;bar
            foo[[:alpha:]]bar ~ foo;bar
            \\bfoo\\dbar\\b   ~ foo;bar
            \\x41foo          ~ foo
            \\x{10ffff}foo    ~ foo
            \\p{Greek}foo     ~ foo
            \\pNfoo           ~ foo
            \\Qa|b\\E         ~
            ^foo$             ~ foo
            (?i)foo           ~ foo
            (foo)?bar         ~ bar
            foo(a(b)c)bar     ~ foo;bar
            foo(a\\)b)bar     ~ foo;bar
            foo(\\Qa)\\E)bar   ~ foo;bar
            foo(\\Qa)          ~ foo
            foo[\\]x]bar      ~ foo;bar
            foo[bar           ~ foo
            \\123foo          ~ foo
            foo\\             ~ foo
            a🎈?b             ~ a;b
            """)
    void of_anExpression_isWhatEveryMatchHolds(String expression, String pieces) {
        assertThat(RequiredPieces.of(expression))
                .isEqualTo(pieces == null ? List.of() : Arrays.asList(pieces.split(";")));
    }
}
