package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing and deleting one event (contract sections 1 and 8). */
class HttpEventChangesTest {

    private static final String ABSENT = "/v1/events/00000000-0000-7000-8000-000000000000";
    private static Http http = SharedServer.http();

    @BeforeAll
    static void emptyStore() {
        http = SharedServer.emptied();
    }

    @Test
    void patch_topLevelKeys_areMergedShallowly() {
        Answer created = http.store("{\"text\":\"x\"}", "{\"a\":1,\"nested\":{\"b\":1,\"c\":2},\"keep\":true}");

        Answer patched =
                http.patch("/v1/events/" + created.id() + "/metadata", "{\"a\":null,\"nested\":{\"b\":9},\"new\":[1]}");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().path("metadata"))
                .isEqualTo(json("{\"a\":null,\"nested\":{\"b\":9},\"keep\":true,\"new\":[1]}"));
        assertThat(patched.json().path("embedding")).isEqualTo(created.json().path("embedding"));
        assertThat(patched.json().path("timestamp")).isEqualTo(created.json().path("timestamp"));
        assertThat(http.get("/v1/events/" + created.id()).body()).isEqualTo(patched.body());
    }

    @Test
    void patch_emptyObject_changesNoMetadata() {
        Answer created = http.store("{}", "{\"a\":1}");

        Answer patched = http.patch("/v1/events/" + created.id() + "/metadata/", "{}");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json()).isEqualTo(created.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\""})
    void patch_noObject_is422(String body) {
        String id = http.store("{}", "{}").id();

        Answer answer = http.patch("/v1/events/" + id + "/metadata", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("dict_type [\"body\"]");
    }

    @Test
    void changes_ofAnAbsentEvent_are404() {
        assertThat(http.patch(ABSENT + "/metadata", "{}").status()).isEqualTo(404);
        assertThat(http.put(ABSENT, "{\"content\":{}}").status()).isEqualTo(404);
        assertThat(http.delete(ABSENT).status()).isEqualTo(404);
        assertThat(http.put(ABSENT, "{\"content\":{}}", "If-Match", "W/\"1.1\"").status())
                .isEqualTo(404);
    }

    @Test
    void put_newText_isEmbeddedAnewAndMetadataReplaced() {
        Answer created = http.store("{\"text\":\"before\"}", "{\"a\":1}");

        Answer replaced = http.put("/v1/events/" + created.id(), "{\"content\":{\"text\":\"after\"}}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("metadata").toString()).isEqualTo("{}");
        assertThat(replaced.json().path("embedding"))
                .isNotEqualTo(created.json().path("embedding"))
                .isEqualTo(http.store("{\"text\":\"after\"}", "{}").json().path("embedding"));
        assertThat(replaced.json().path("timestamp")).isEqualTo(created.json().path("timestamp"));
        assertThat(replaced.header("ETag")).isNotEqualTo(created.header("ETag"));
        assertThat(http.get("/v1/events/" + created.id()).body()).isEqualTo(replaced.body());
    }

    @Test
    void put_sameText_keepsTheVector() {
        Answer created = http.post(
                "/v1/events/", "{\"content\":{\"text\":\"x\"},\"embedding\":" + Vectors.startingWith(1, 2) + "}");

        Answer replaced =
                http.put("/v1/events/" + created.id(), "{\"content\":{\"text\":\"x\",\"n\":1},\"metadata\":{\"b\":2}}");

        assertThat(replaced.json().path("embedding")).isEqualTo(created.json().path("embedding"));
        assertThat(replaced.json().path("metadata").toString()).isEqualTo("{\"b\":2}");
    }

    @Test
    void put_wrongShape_is422() {
        String path = "/v1/events/" + http.store("{}", "{}").id();

        assertThat(http.put(path, "{}").violation()).isEqualTo("missing [\"body\",\"content\"]");
        assertThat(http.put(path, "{\"content\":1}").violation()).isEqualTo("dict_type [\"body\",\"content\"]");
        assertThat(http.put(path, "{\"content\":{},\"metadata\":null}").violation())
                .isEqualTo("dict_type [\"body\",\"metadata\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void ifMatch_ofAnOldRevision_is412AndChangesNothing(String method) {
        Answer created = http.store("{\"text\":\"x\"}", "{}");
        String path = "/v1/events/" + created.id();
        String target = method.equals("PUT") ? path : path + "/metadata";
        String body = method.equals("PUT") ? "{\"content\":{\"text\":\"y\"}}" : "{\"changed\":true}";

        Answer first = http.send(method, target, body, "If-Match", created.header("ETag"));
        Answer second = http.send(method, target, body, "If-Match", created.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.sentence()).contains(created.id()).contains("read it again");
        assertThat(http.get(path).body()).isEqualTo(first.body());
        assertThat(http.send(method, target, body, "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void ifMatch_ofTheVariantWithoutEmbedding_countsTheRevisionOnly() {
        String path = "/v1/events/" + http.store("{\"text\":\"x\"}", "{}").id();
        String tag = http.get(path + "?include_embedding=false").header("ETag");

        Answer patched = http.patch(path + "/metadata?include_embedding=false", "{\"a\":1}", "If-Match", tag);

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().path("embedding").isNull()).isTrue();
        assertThat(patched.header("ETag")).endsWith("-n\"").isNotEqualTo(tag);
    }

    @Test
    void ifMatch_noTag_is400ThatShowsIt() {
        String path = "/v1/events/" + http.store("{}", "{}").id();

        Answer answer = http.put(path, "{\"content\":{}}", "If-Match", "yesterday");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).contains("'yesterday'").contains("ETag");
    }

    @Test
    void delete_once_is204ThenAbsentEverywhere() {
        String id =
                http.store("{\"text\":\"short lived\"}", "{\"delete\":\"one\"}").id();
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(200);

        Answer deleted = http.delete("/v1/events/" + id + "/");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(404);
        assertThat(http.delete("/v1/events/" + id).status()).isEqualTo(404);
        assertThat(http.post("/v1/events/filter/metadata", "{\"delete\":\"one\"}")
                        .json())
                .isEmpty();
        assertThat(http.get("/v1/search/?vector_query=short+lived&mode=lexical").body())
                .doesNotContain(id);
    }

    private static JsonNode json(String text) {
        return Http.tree(text);
    }
}
