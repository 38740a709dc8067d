package io.mnemolite.lucene.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.JsonGenerator;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.JsonContainment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTermsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {a: [1]}                   | {a: []}
            {a: [1, 'x', [2]]}         | {a: [[2], 1.0, 1]}
            {a: [[1, 2]]}              | {a: [[]]}
            {a: {b: 1}}                | {a: {}}
            {a: [{b: 1, c: 2}, {}]}    | {a: [{b: 1}, {c: 2}]}
            {n: 1}                     | {n: 1e0}
            {n: 1e999999999}           | {n: 10e999999998}
            {n: -1e-999999999}         | {n: -10e-1000000000}
            {n: 0}                     | {n: 0e5}
            {n: 0.1}                   | {n: 0.100}
            {n: 123456789012345678901} | {n: 1.23456789012345678901e20}
            {x: null, y: true}         | {x: null}
            {'': {'a.b': 'é'}}         | {'': {'a.b': 'é'}}
            {a: 1}                     | {}
            """)
    void matches_pass(String document, String filter) {
        assertThat(passes(Json.object(document), Json.object(filter))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {a: 1}              | {a: '1'}
            {a: 1}              | {a: 2}
            {a: 1}              | {b: 1}
            {a: 'true'}         | {a: true}
            {a: true}           | {a: false}
            {a: null}           | {a: {}}
            {a: 'x'}            | {a: []}
            {a: {b: 1}}         | {a: []}
            {a: [1]}            | {a: {}}
            {a: {b: 1}}         | {b: 1}
            {'a.b': 1}          | {a: {b: 1}}
            {ab: {c: 1}}        | {a: {bc: 1}}
            {a: ['x']}          | {a: 'x'}
            {a: [{b: 'x'}]}     | {a: {b: 'x'}}
            {a: [['x']]}        | {a: ['x']}
            """)
    void mostOthers_areExcluded(String document, String filter) {
        assertThat(passes(Json.object(document), Json.object(filter))).isFalse();
    }

    @Test
    void aFilterNeverExcludesADocumentThatContainsIt() {
        long seed = System.nanoTime();
        JsonGenerator generator = new JsonGenerator(new Random(seed));
        int matches = 0;
        int excluded = 0;
        int exact = 0;
        for (int round = 0; round < 50_000; round++) {
            ObjectNode document = generator.object();
            ObjectNode filter = round % 2 == 0 ? generator.object() : generator.fragmentOf(document);
            boolean passes = passes(document, filter);
            if (JsonContainment.contains(document, filter)) {
                matches++;
                assertThat(passes)
                        .as("seed %d: %s contains %s", seed, document, filter)
                        .isTrue();
                exact += MetadataTerms.isExact(filter) ? 1 : 0;
            } else if (!passes) {
                excluded++;
            } else {
                assertThat(MetadataTerms.isExact(filter))
                        .as("seed %d: %s does not contain %s", seed, document, filter)
                        .isFalse();
            }
        }
        assertThat(exact).as("exact, seed %d", seed).isGreaterThan(1_000);
        assertThat(matches).as("matches, seed %d", seed).isGreaterThan(5_000);
        assertThat(excluded).as("excluded, seed %d", seed).isGreaterThan(10_000);
    }

    @Test
    void equalNumbers_haveEqualTerms_howeverTheyAreWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            BigDecimal number =
                    new BigDecimal(new BigInteger(random.nextInt(1, 200), random), random.nextInt(-400, 400));
            BigDecimal same = number.setScale(number.scale() + random.nextInt(300));
            assertThat(MetadataTerms.ofFilter(number(number)))
                    .as("seed %d: %s and %s", seed, number, same)
                    .isEqualTo(MetadataTerms.ofFilter(number(same)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                | true
            {project: 'a'}                    | true
            {a: {b: 'x', c: true}, d: null}   | true
            {a: {}}                           | true
            {n: 1}                            | false
            {a: ['x']}                        | false
            {a: {b: []}}                      | false
            """)
    void exact_areFiltersWithoutNumbersAndArrays(String filter, boolean exact) {
        assertThat(MetadataTerms.isExact(Json.object(filter))).isEqualTo(exact);
    }

    @Test
    void exact_isNoFilterThatIsHeldToSomeOfItsTerms() {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < MetadataTerms.MAX_FILTER_TERMS - 1; i++) {
            filter.put("key " + i, "x");
        }
        assertThat(MetadataTerms.isExact(filter)).isTrue();
        assertThat(MetadataTerms.isExact(filter.put("further", "x"))).isFalse();
    }

    @Test
    void aDocumentOfMoreThanAThousandTerms_passesEveryFilter() {
        assertThat(MetadataTerms.ofDocument(wide(1_000))).hasSize(1_000).doesNotContain(MetadataTerms.EVERYTHING);
        assertThat(MetadataTerms.ofDocument(wide(1_001))).containsExactly(MetadataTerms.EVERYTHING);
    }

    @Test
    void aWideFilter_isHeldToSomeOfItsTerms() {
        assertThat(MetadataTerms.ofFilter(wide(5_000))).hasSize(MetadataTerms.MAX_FILTER_TERMS);
        assertThat(passes(wide(900), wide(900))).isTrue();
    }

    private static boolean passes(ObjectNode document, ObjectNode filter) {
        List<BytesRef> terms = MetadataTerms.ofDocument(document);
        Set<BytesRef> held = new HashSet<>(terms);
        return held.contains(MetadataTerms.EVERYTHING) || held.containsAll(MetadataTerms.ofFilter(filter));
    }

    private static ObjectNode number(BigDecimal number) {
        return JsonNodeFactory.instance.objectNode().set("n", DecimalNode.valueOf(number));
    }

    private static ObjectNode wide(int members) {
        ObjectNode wide = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < members; i++) {
            wide.put("key " + i, i);
        }
        return wide;
    }
}
