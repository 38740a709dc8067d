package io.mnemolite.server.mcp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import io.mnemolite.core.token.TokenCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The estimate against vocabularies that are in use. */
class TokenCountTest {

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final List<Encoding> VOCABULARIES =
            List.of(REGISTRY.getEncoding(EncodingType.CL100K_BASE), REGISTRY.getEncoding(EncodingType.O200K_BASE));

    @Test
    void of_textsOfThisProject_isNeverLessThanAnyVocabularyAndAtMostTwiceThat() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            int estimate = TokenCount.of(text);
            for (Encoding vocabulary : VOCABULARIES) {
                int real = vocabulary.countTokensOrdinary(text);
                assertThat(estimate).as("%s by %s", file, vocabulary.getName()).isBetween(real, 2 * real);
            }
        }
    }

    @Test
    void of_otherScriptsIdsAndSigns_isNeverLess() {
        for (String text : List.of(
                "{\"id\":\"01a22a0b-8e04-7142-bc49-1f154da5a55f\",\"date\":\"2026-11-30T01:22:10Z\",\"score\":0.1742}",
                "Größenänderung überprüfen: naïve Façade, Übermaß",
                "Мы выбрали PostgreSQL из-за надёжности хранения данных.",
                "我们选择了这个数据库，因为它的持久性。",
                "データベースの耐久性のために選びました。",
                "데이터베이스의 내구성 때문에 선택했습니다.",
                "اخترنا قاعدة البيانات بسبب متانتها",
                "नमस्ते दुनिया, यह एक परीक्षण है",
                "✅ 🚀🚀 done — “quotes” … ‹x›",
                "if (a != b && !c[i]) { x += y << 3; }\n\t\t\treturn;\n",
                "                    deeply indented")) {
            for (Encoding vocabulary : VOCABULARIES) {
                assertThat(TokenCount.of(text))
                        .as("%s by %s", text, vocabulary.getName())
                        .isGreaterThanOrEqualTo(vocabulary.countTokensOrdinary(text));
            }
        }
    }

    @Test
    void of_nothing_isNothing() {
        assertThat(TokenCount.of("")).isZero();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("../docs", "../core/src/main/java", "src/main/resources/openapi")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> found = Files.walk(Path.of(folder))) {
                    found.filter(path -> path.toString().matches(".*\\.(md|java|json|ya?ml)"))
                            .sorted()
                            .limit(80)
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
