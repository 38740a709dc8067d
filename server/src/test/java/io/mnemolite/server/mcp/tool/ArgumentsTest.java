package io.mnemolite.server.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.ValidationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private record Given(
            @Nullable String text,
            @Nullable Integer maxTokens,
            @Nullable Boolean dryRun,
            @Nullable Double days,
            @Nullable List<String> ids,
            @Nullable ObjectNode metadata) {}

    private static Given read(String json) throws JsonProcessingException {
        return Arguments.read(Wire.MAPPER.readTree(json), Given.class);
    }

    @Test
    void read_everyKind_isTaken() throws JsonProcessingException {
        Given given = read("{\"text\":\"a\",\"max_tokens\":5,\"dry_run\":true,\"days\":2,\"ids\":[\"x\"],"
                + "\"metadata\":{\"price\":1.10}}");
        assertThat(given.text()).isEqualTo("a");
        assertThat(given.maxTokens()).isEqualTo(5);
        assertThat(given.dryRun()).isTrue();
        assertThat(given.days()).isEqualTo(2.0);
        assertThat(given.ids()).containsExactly("x");
        assertThat(given.metadata()).hasToString("{\"price\":1.10}");
    }

    @Test
    void read_absentOrNull_isNull() throws JsonProcessingException {
        assertThat(read("{\"text\":null}")).isEqualTo(new Given(null, null, null, null, null, null));
    }

    @Test
    void read_whatIsOfAnotherKind_isRefusedByNameAndValue() {
        refused("{\"text\":5}", "The argument 'text' is 5, which is no string.");
        refused("{\"text\":true}", "The argument 'text' is true, which is no string.");
        refused("{\"max_tokens\":\"5\"}", "The argument 'max_tokens' is \"5\", which is no whole number.");
        refused("{\"max_tokens\":5.5}", "The argument 'max_tokens' is 5.5, which is no whole number.");
        refused("{\"dry_run\":\"yes\"}", "The argument 'dry_run' is \"yes\", which is no true or false.");
        refused("{\"ids\":\"x\"}", "The argument 'ids' is \"x\", which is no list.");
        refused("{\"ids\":[5]}", "The argument 'ids[0]' is 5, which is no string.");
        refused("{\"metadata\":[]}", "The argument 'metadata' is [], which is no object.");
    }

    @Test
    void read_unknownNames_areRefusedWithThoseThereAre() {
        refused(
                "{\"txt\":\"a\"}",
                "There is no argument 'txt'; those are: days, dry_run, ids, max_tokens, metadata, text.");
    }

    @Test
    void read_whatCannotBeStored_isRefused() {
        assertThatThrownBy(() -> read("{\"text\":\"a\\u0000b\"}")).isInstanceOf(ValidationException.class);
    }

    @Test
    void within_outside_isRefused() {
        assertThat(Arguments.within(null, "limit", 10, 1, 20)).isEqualTo(10);
        assertThatThrownBy(() -> Arguments.within(0, "limit", 10, 1, 20))
                .hasMessage("The argument 'limit' is 0; send one from 1 to 20.");
    }

    private static void refused(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage(sentence);
    }
}
