package io.mnemolite.lucene.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.Json;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void stringsAtAnyDepth_areItsLines() {
        ObjectNode json = Json.object("{key: 'a', n: 1, b: true, z: null, list: ['b', {deep: [['c d']]}], e: ''}");

        assertThat(JsonText.of(json)).isEqualTo("a\nb\nc d\n\n");
    }

    @Test
    void moreThanAMillionCharacters_areCut() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 30; i++) {
            json.add("x".repeat(50_000));
        }

        assertThat(JsonText.of(json)).hasSize(JsonText.MAX_CHARACTERS);
    }
}
