package io.mnemolite.lucene.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyzerTest {

    private final TextAnalyzer documents = TextAnalyzer.forDocuments();
    private final TextAnalyzer queries = TextAnalyzer.forQueries();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hello, World!                        | hello world
            running jumped boxes dogs            | run jump box dog
            stories studies study                | stori studi studi
            configured configuring configuration | configur configur configur
            the user's car and users' cars       | the user car and user car
            don’t don't                          | dont dont
            l'homme O'Neil O’Neil                | lhomm/l/homm oneil/o/neil oneil/o/neil
            café Über Ångström straße            | cafe uber angstrom strass
            cafe\u0301 ＡＢＣ ﬁne                | cafe abc fine
            Größe ngữ                            | gross ngu
            память ذاكرة                         | память ذاكرة
            -- ... *** :) _                      | ``
            😀 hi                                | 😀 hi
            """)
    void words(String text, String terms) {
        assertBoth(text, terms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kebab-case                | kebabcas/kebab/case
            snake_case                | snakecas/snake/case
            camelCase PascalCase      | camelcas/camel/case pascalcas/pascal/case
            HTTPServer parseJSON      | httpserver/http/server parsejson/pars/json
            CONSTANT_NAME _private    | constantnam/constant/name privat
            __init__                  | init
            io.mnemolite.Core         | io.mnemolite.cor/io/mnemolit/core
            list.add(1)               | list.add/list/add 1
            v1.2.3 3.14 1,000         | v1.2.3 3.14 1,000
            lucene-10.6.0             | lucene10.6.0/lucen/10.6.0
            2026-01-05                | 20260105/2026/01/05
            sha256 base64Encode       | sha256/sha base64encod/base64/base/encod
            a1b2c3d4e5                | a1b2c3d4e5
            A1_B2_C3_D4_E5_F6_G7_H8_I9_J1_K2_L3_M4_N5_O6_P7_Q8 | a1b2c3d4e5f6g7h8i9j1k2l3m4n5o6p7q8
            std::vector a->b          | std vector a b
            user@example.com          | user example.com/exampl/com
            550e8400-e29b-41d4-a716-446655440000 | 550e8400e29b41d4a716446655440000/550e8400/e29b/41d4/a716/446655440000
            """)
    void names_carryTheirPartsAtTheSamePosition(String text, String terms) {
        assertBoth(text, terms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            日本語   | 日/日本 本/本語 語 | 日本 本語
            猫       | 猫                 | 猫
            カナカナ | カ/カナ ナ/ナカ カ/カナ ナ | カナ ナカ カナ
            한국어   | 한/한국 국/국어 어 | 한국 국어
            犬 dog   | 犬 dog             | 犬 dog
            """)
    void chineseJapaneseKorean_areIndexedAsBigramsAndCharacters_andQueriedAsBigrams(
            String text, String inDocument, String inQuery) {
        assertThat(Terms.of(documents, text)).isEqualTo(inDocument);
        assertThat(Terms.of(queries, text)).isEqualTo(inQuery);
    }

    @Test
    void endlessWord_isCutIntoTermsOfAtMost255Characters() {
        String terms = Terms.of(documents, "x".repeat(100_000));

        assertThat(terms.split(" ")).allSatisfy(term -> assertThat(term).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void longRunsOfCombiningMarks_takeLinearTime() {
        // In alternating classes, these would be reordered one by one: minutes for a megabyte.
        assertThat(Terms.of(documents, "a" + "\u0301\u0323".repeat(500_000) + " b"))
                .endsWith(" b");
        assertThat(Terms.of(documents, "a" + "\uD834\uDD65\uD834\uDD7B".repeat(250_000) + " b"))
                .endsWith(" b");
    }

    @Test
    void anySequenceOfCharacters_isAnalysed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                switch (random.nextInt(4)) {
                    case 0 -> text.append((char) random.nextInt(0x10000));
                    case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                    case 2 -> text.append(oneOf("aZ0_-.':,/\u0000 ’", random));
                    default -> text.append(oneOf("カ日한éİßﬁ\u0301", random));
                }
            }
            assertThatCode(() -> {
                        Terms.of(documents, text.toString());
                        Terms.of(queries, text.toString());
                    })
                    .as("seed %d, text %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    private static char oneOf(String characters, Random random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private void assertBoth(String text, String terms) {
        String unescaped = text.translateEscapes();
        assertThat(Terms.of(documents, unescaped)).isEqualTo(terms);
        assertThat(Terms.of(queries, unescaped)).isEqualTo(terms);
    }
}
