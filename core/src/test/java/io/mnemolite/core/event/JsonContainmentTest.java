package io.mnemolite.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of PostgreSQL's manual, section "jsonb Containment and Existence", inside objects; and the corners. */
class JsonContainmentTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": "foo"}                        | {"a": "foo"}                     | true
            {"a": [1, 2, 3]}                    | {"a": [1, 3]}                    | true
            {"a": [1, 2, 3]}                    | {"a": [3, 1]}                    | true
            {"a": [1, 2, 3]}                    | {"a": [1, 2, 2]}                 | true
            {"product": "PostgreSQL", "version": 9.4, "jsonb": true} | {"version": 9.4} | true
            {"a": [1, 2, [1, 3]]}               | {"a": [1, 3]}                    | false
            {"a": [1, 2, [1, 3]]}               | {"a": [[1, 3]]}                  | true
            {"foo": {"bar": "baz"}}             | {"bar": "baz"}                   | false
            {"foo": {"bar": "baz"}}             | {"foo": {}}                      | true
            {"a": ["foo", "bar"]}               | {"a": "bar"}                     | false
            {"a": "bar"}                        | {"a": ["bar"]}                   | false
            {"tags": [{"term": "paris"}, {"term": "food"}]} | {"tags": [{"term": "food"}, {"term": "paris"}]} | true
            """)
    void contains_asTheManualSays(String container, String contained, boolean expected) throws JsonProcessingException {
        assertThat(JsonContainment.contains(json(container), json(contained))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                  | {}                               | true
            {"a": 1}                            | {}                               | true
            {}                                  | {"a": 1}                         | false
            {"a": 1}                            | {"a": 1.0}                       | true
            {"a": 1.00}                         | {"a": 1}                         | true
            {"a": 1e2}                          | {"a": 100}                       | true
            {"a": 0}                            | {"a": -0.0}                      | true
            {"a": 1}                            | {"a": "1"}                       | false
            {"a": true}                         | {"a": "true"}                    | false
            {"a": true}                         | {"a": 1}                         | false
            {"a": 0.1}                          | {"a": 0.1000000000000000055}     | false
            {"a": 9007199254740993}             | {"a": 9007199254740992}          | false
            {"a": 1e300}                        | {"a": 10e299}                    | true
            {"a": null}                         | {"a": null}                      | true
            {}                                  | {"a": null}                      | false
            {"a": null}                         | {"a": false}                     | false
            {"a": []}                           | {"a": {}}                        | false
            {"a": {}}                           | {"a": []}                        | false
            {"a": [[], 1]}                      | {"a": [[]]}                      | true
            {"a": [1]}                          | {"a": []}                        | true
            {"a": [{"b": 1}, {"c": 2}]}         | {"a": [{"b": 1, "c": 2}]}        | false
            {"a": [{"b": 1, "c": 2}]}           | {"a": [{"b": 1}, {"c": 2}]}      | true
            {"": {"": 1}}                       | {"": {"": 1}}                    | true
            {"a": "é"}                          | {"a": "e\\u0301"}                | false
            {"a": "A"}                          | {"a": "a"}                       | false
            """)
    void contains_atTheCorners(String container, String contained, boolean expected) throws JsonProcessingException {
        assertThat(JsonContainment.contains(json(container), json(contained))).isEqualTo(expected);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }
}
