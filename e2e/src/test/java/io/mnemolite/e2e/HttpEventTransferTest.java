package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches, export and import (contract section 8). */
class HttpEventTransferTest {

    private Http http = SharedServer.http();

    @BeforeEach
    void emptyStore() {
        http = SharedServer.emptied();
    }

    @Test
    void batch_oneThousand_areAnsweredInOrder() {
        Answer answer = http.post("/v1/events/batch?include_embedding=false", batch(1_000));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(HttpEventsTest.keys(answer.json())).containsExactly("events");
        List<Integer> numbers = new ArrayList<>();
        answer.json()
                .path("events")
                .forEach(event -> numbers.add(event.path("content").path("n").asInt()));
        assertThat(numbers).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        assertThat(total()).isEqualTo(1_000);
    }

    @Test
    void batch_one_isEnough() {
        Answer answer = http.post("/v1/events/batch/", "{\"events\":[{\"content\":{\"text\":\"one\"}}]}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode event = answer.json().path("events").path(0);
        assertThat(event.path("embedding")).hasSize(SharedServer.DIMENSION);
        assertThat(http.get("/v1/events/" + event.path("id").asText()).json()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"events":[]}                                           | too_short ["body","events"]
            {}                                                      | missing ["body","events"]
            {"events":{}}                                           | list_type ["body","events"]
            {"events":[{"content":{}},{"content":1}]}               | dict_type ["body","events",1,"content"]
            {"events":[{"content":{}},7]}                           | dict_type ["body","events",1]
            {"events":[{"content":{}},{}]}                          | missing ["body","events",1,"content"]
            {"events":[{"content":{}},{"content":{"a":"\\u0000"}}]} | value_error ["body"]
            {"events":[{"content":{},"embedding":[1]}]}             | value_error ["body","events",0,"embedding"]
            """)
    void batch_oneWrongItem_storesNothing(String body, String violation) {
        Answer answer = http.post("/v1/events/batch", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
        assertThat(total()).isZero();
    }

    @Test
    void batch_tooMany_is422AndStoresNothing() {
        Answer answer = http.post("/v1/events/batch", batch(1_001));

        assertThat(answer.violation()).isEqualTo("too_long [\"body\",\"events\"]");
        assertThat(answer.body()).contains("at most 1000 items, not 1001");
        assertThat(total()).isZero();
    }

    @Test
    void exportThenImport_intoAnEmptyStore_isTheSameStore() {
        http.store("{\"text\":\"by the model\"}", "{\"é\":\"🎈\",\"big\":123456789012345678901234567890}");
        http.store("{\"n\":1.50}", "{}");
        http.post(
                "/v1/events/",
                "{\"content\":{\"text\":\"x\"},\"timestamp\":\"2001-02-03T04:05:06.123456Z\"," + "\"embedding\":"
                        + Vectors.startingWith(0.1, 0.2) + "}");
        Answer exported = http.get("/v1/events/export");
        SharedServer.emptied();

        Answer imported = http.post("/v1/events/import/", exported.body());

        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(exported.body().lines()).hasSize(3);
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.json()).isEqualTo(Http.tree("{\"imported\":3,\"skipped\":0,\"failed\":0}"));
        assertThat(http.get("/v1/events/export").body()).isEqualTo(exported.body());
        for (String line : exported.body().lines().toList()) {
            JsonNode event = Http.tree(line);
            assertThat(event.has("embedding_model")).isTrue();
            assertThat(http.get("/v1/events/" + event.path("id").asText())
                            .json()
                            .path("metadata"))
                    .isEqualTo(event.path("metadata"));
        }
        assertThat(http.get("/v1/search/?mode=lexical&vector_query=model").body())
                .contains("by the model");
    }

    @Test
    void import_again_skipsEqualEventsAndReportsDifferentOnes() {
        String first = http.store("{\"text\":\"first\"}", "{}").id();
        http.store("{\"text\":\"second\"}", "{}");
        String exported = http.get("/v1/events/export").body();
        http.patch("/v1/events/" + first + "/metadata", "{\"changed\":true}");

        List<JsonNode> report = http.post("/v1/events/import", exported)
                .body()
                .lines()
                .map(Http::tree)
                .toList();

        assertThat(report).hasSize(2);
        assertThat(report.getFirst().path("line").asInt()).isEqualTo(1);
        assertThat(report.getFirst().path("conflict").asText()).contains(first);
        assertThat(report.getLast()).isEqualTo(Http.tree("{\"imported\":0,\"skipped\":1,\"failed\":1}"));
        assertThat(http.get("/v1/events/" + first).json().path("metadata").toString())
                .isEqualTo("{\"changed\":true}");
    }

    @Test
    void import_badLines_areReportedAndTheRestIsStored() {
        String good = "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"timestamp\":\"2024-01-01\","
                + "\"content\":{\"text\":\"good\"},\"metadata\":{}}";
        String body =
                String.join("\n", "not json", "", good, "{\"id\":\"x\",\"content\":{}}", "{\"content\":{}}", "7", good);

        List<JsonNode> report = http.post("/v1/events/import", body)
                .body()
                .lines()
                .map(Http::tree)
                .toList();

        List<Integer> lines = new ArrayList<>();
        report.subList(0, report.size() - 1).forEach(line -> {
            lines.add(line.path("line").asInt());
            assertThat(line.path("error").asText()).isNotBlank();
        });
        assertThat(lines).containsExactly(1, 4, 5, 6);
        assertThat(report.getLast()).isEqualTo(Http.tree("{\"imported\":1,\"skipped\":1,\"failed\":4}"));
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void import_lineWithoutVector_isEmbeddedInTheBackground() {
        String id = "01890a5d-ac96-774b-bcce-b302099a8058";
        http.post("/v1/events/import", "{\"id\":\"" + id + "\",\"content\":{\"text\":\"later\"}}");

        Polling.until(
                "the vector is filled in",
                Duration.ofSeconds(20),
                () -> !http.get("/v1/events/" + id).json().path("embedding").isNull());
    }

    @Test
    void import_nothing_storesNothing() {
        assertThat(http.post("/v1/events/import", "\n").json())
                .isEqualTo(Http.tree("{\"imported\":0,\"skipped\":0,\"failed\":0}"));
        assertThat(http.get("/v1/events/export").body()).isEmpty();
    }

    private int total() {
        JsonNode search = http.get("/v1/search/?limit=1").json();
        return search.path("meta").path("total_hits").asInt();
    }

    private static String batch(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "{\"content\":{\"n\":" + n + "}}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }
}
