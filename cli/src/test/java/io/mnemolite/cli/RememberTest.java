package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberTest extends ServerTest {

    private static final String ID = "0198f000-0000-7000-8000-000000000001";

    @BeforeEach
    void storing() {
        server.on("POST /v1/events/", 201, "{\"id\":\"" + ID + "\",\"content\":{\"text\":\"é\"}}");
    }

    @Test
    void text_isStored() {
        Result result = run("remember", "the", "key", "--meta", "project=atlas", "--meta", "n=1");
        assertThat(result.out()).isEqualTo("Remembered as " + ID + ".\n");
        assertThat(result.exitCode()).isZero();
        assertThat(server.requests().getLast().target()).isEqualTo("/v1/events/?include_embedding=false");
        assertThat(sentBody())
                .isEqualTo(
                        json("{\"content\":{\"text\":\"the key\"},\"metadata\":{\"project\":\"atlas\",\"n\":\"1\"}}"));
    }

    @Test
    void dash_readsStandardInput() {
        assertThat(commandLine().input("zwei\nZeilen é\n").run("remember", "-").exitCode())
                .isZero();
        assertThat(sentBody().at("/content/text").asText()).isEqualTo("zwei\nZeilen é");
    }

    @Test
    void metaJson_readsScalars() {
        run(
                "remember",
                "x",
                "--meta-json",
                "--meta",
                "a=true",
                "--meta",
                "b=1.50",
                "--meta",
                "c=\"1\"",
                "--meta",
                "d=[1]");
        assertThat(sentBody().path("metadata")).isEqualTo(json("{\"a\":true,\"b\":1.50,\"c\":\"1\",\"d\":\"[1]\"}"));
    }

    @Test
    void timestamp_isPassedOnOrComputed() {
        run("remember", "x", "--timestamp", "2026-05-01");
        assertThat(sentBody().path("timestamp").asText()).isEqualTo("2026-05-01");
        run("remember", "x", "--timestamp", "1770000000");
        assertThat(sentBody().path("timestamp").isNumber()).isTrue();
        run("remember", "x", "--timestamp", "2h");
        assertThat(sentBody().path("timestamp").asText()).isEqualTo("2026-05-10T10:00:00Z");
    }

    @Test
    void textThatLooksLikeAFileOrOption_isText() {
        run("remember", "@notes", "--", "--url");
        assertThat(sentBody().at("/content/text").asText()).isEqualTo("@notes --url");
    }

    @Test
    void json_isTheEvent() {
        assertThat(json(run("remember", "x", "--json").out()).path("id").asText())
                .isEqualTo(ID);
    }
}
