package io.mnemolite.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRedactionTest {

    private static final String TOKEN = Example.of("", "ghp_<36>").text();
    private static final String PASSWORD = Example.of("", "<16>").text();

    private final JsonRedaction redaction = new JsonRedaction(SecretDetection.bundled());
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void textsAtEveryDepth_areRedactedAndTheTreeGivenIsNot() {
        String text =
                "{\"text\":\"a %1$s b\",\"n\":1.50,\"list\":[1,\"%1$s\",{\"deep\":[[\"%1$s\"]]}],\"plain\":{\"x\":[]}}"
                        .formatted(TOKEN);
        ObjectNode given = object(text);

        ObjectNode redacted = redaction.redacted(given, "content", findings);

        assertThat(redacted).isEqualTo(object(text.replace(TOKEN, "[redacted: github-token]")));
        assertThat(given).isEqualTo(object(text));
        assertThat(redacted.get("plain")).isSameAs(given.get("plain"));
        assertThat(findings)
                .extracting(Finding::path)
                .containsExactly("content.text", "content.list[1]", "content.list[2].deep[0][0]");
        assertThat(findings).extracting(Finding::kind).containsOnly("github-token");
    }

    @Test
    void objectWithoutSecrets_isTheSameInstance() {
        ObjectNode given = object("{\"text\":\"nothing\",\"list\":[{\"password\":true},null,\"x\"],\"token\":4096}");

        assertThat(redaction.redacted(given, "content", findings)).isSameAs(given);
        assertThat(findings).isEmpty();
    }

    @Test
    void password_isToldByTheKeyBesideIt() {
        ObjectNode given = object("{\"database\":{\"user\":\"ada\",\"password\":\"" + PASSWORD + "\"}}");

        assertThat(redaction.redacted(given, "metadata", findings))
                .isEqualTo(object("{\"database\":{\"user\":\"ada\",\"password\":\"[redacted: assigned-password]\"}}"));
        assertThat(findings).containsExactly(new Finding("assigned-password", "metadata.database.password"));
    }

    @Test
    void key_thatIsASecret_stays() {
        ObjectNode given = object("{\"" + TOKEN + "\":\"value\"}");

        assertThat(redaction.redacted(given, "metadata", findings)).isSameAs(given);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
