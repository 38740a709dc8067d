package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, stop, and what a start refuses. */
class LifecycleTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void start_secondServerOnTheSameHome_saysWhereTheFirstOneIs() {
        Path home = directory.resolve("home");
        try (PackagedServer first = LocalServers.start(home)) {
            Ended second = run(home, LocalServers.MOCK);

            assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
            assertThat(second.output())
                    .contains("A MnemoLite server runs on " + home + " already")
                    .contains(first.url())
                    .contains("process " + first.pid())
                    .doesNotContain("\tat ");
            assertThat(first.http().get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void stop_bySigterm_isQuickAndLeavesNothingBehind() {
        Path home = directory.resolve("home");
        try (PackagedServer server = LocalServers.start(home)) {
            assertThat(home.resolve("server.json")).content().contains(server.url());
            long postgres = Homes.postgresPid(home);
            String id = remember(server.http(), "stopping keeps what was remembered");

            long start = System.nanoTime();
            int exitCode = server.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            System.out.println("Stopped in " + took.toMillis() + " ms");
            assertThat(exitCode).isIn(0, 143);
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(home.resolve("server.json")).doesNotExist();
            assertThat(ProcessHandle.of(postgres)).isEmpty();
            try (PackagedServer again = LocalServers.start(home)) {
                assertThat(again.http().get("/v1/events/" + id).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void start_afterKill_worksAndAnnouncesItself() {
        Path home = directory.resolve("home");
        String id;
        try (PackagedServer server = LocalServers.start(home)) {
            id = remember(server.http(), "killed without a warning");
            server.kill();
            assertThat(home.resolve("server.json")).exists();
        }
        try (PackagedServer server = LocalServers.start(home)) {
            assertThat(home.resolve("server.json")).content().contains(server.url());
            assertThat(server.http().get("/v1/events/" + id).status()).isEqualTo(200);
            CrashAudit.verify(server.http());
        }
    }

    @Test
    void start_badConfiguration_namesEveryErrorAndEndsWith78() {
        Ended ended = run(
                directory.resolve("home"),
                Map.of("EMBEDDING_MODE", "mok", "MNEMOLITE_POOL_SIZ", "3"),
                "--prot",
                "8001",
                "--pool.overflow=many");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(78);
        assertThat(ended.output())
                .contains("The configuration has 4 errors:")
                .contains("\n  1. ")
                .contains("\n  4. ")
                .contains("--prot does not exist: did you mean --port?")
                .contains("MNEMOLITE_POOL_SIZ")
                .contains("pool.overflow cannot be \"many\"")
                .contains("embedding.mode cannot be \"mok\"")
                .doesNotContain("\tat ");
    }

    @Test
    void start_anotherDimension_isRefusedUntilReembedded() {
        Path home = directory.resolve("home");
        Map<String, String> other = Map.of("EMBEDDING_MODE", "mock", "EMBEDDING_DIMENSION", "64");
        String id;
        try (PackagedServer server = LocalServers.start(home)) {
            id = remember(server.http(), "a vector of one model");
            assertThat(dimension(server.http(), id)).isEqualTo(384);
        }

        Ended refused = run(home, other);
        assertThat(refused.exitCode()).as(refused.output()).isNotZero();
        assertThat(refused.output()).contains("mnemolite reembed").doesNotContain("\tat ");

        Ended reembedded = run(home, other, "--reembed");
        assertThat(reembedded.exitCode()).as(reembedded.output()).isZero();
        assertThat(reembedded.output()).contains("Made 1 vectors");
        try (PackagedServer server = LocalServers.start(home, other)) {
            assertThat(dimension(server.http(), id)).isEqualTo(64);
            CrashAudit.awaitIndex(server.http());
            Answer found = server.http().get("/v1/search/?include_embedding=false&vector_query=a+vector+of+one+model");
            assertThat(found.json().at("/data/0/id").asText()).as(found.body()).isEqualTo(id);
        }
    }

    @Test
    void start_refused_leavesTheIndexAsItIs() {
        Path home = directory.resolve("home");
        String id;
        try (PackagedServer server = LocalServers.start(home)) {
            id = remember(server.http(), "an index worth keeping");
            server.stop();
        }
        Map<String, Integer> index = Homes.contents(home.resolve("index"));

        Ended refused = run(home, Map.of("EMBEDDING_MODE", "mock", "EMBEDDING_DIMENSION", "64"));

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(78);
        assertThat(refused.output()).contains("mnemolite reembed");
        assertThat(Homes.contents(home.resolve("index"))).isEqualTo(index);
        try (PackagedServer server = LocalServers.start(home)) {
            CrashAudit.awaitIndex(server.http());
            Answer found = server.http().get("/v1/search/?include_embedding=false&vector_query=an+index+worth+keeping");
            assertThat(found.json().at("/data/0/id").asText()).as(found.body()).isEqualTo(id);
            assertThat(server.output())
                    .contains("The search index is ready")
                    .doesNotContain("Building the search index");
        }
    }

    @Test
    void reembed_sameModel_keepsVectorsOfClients() {
        Path home = directory.resolve("home");
        Map<String, String> small = Map.of("EMBEDDING_MODE", "mock", "EMBEDDING_DIMENSION", "4");
        String id;
        try (PackagedServer server = LocalServers.start(home, small)) {
            Answer made = server.http()
                    .post("/v1/events/", "{\"content\":{\"text\":\"mine\"},\"embedding\":[0.5,0.25,-0.5,1]}");
            id = made.json().path("id").asText();
            remember(server.http(), "yours");
        }

        Ended reembedded = run(home, small, "--reembed");

        assertThat(reembedded.exitCode()).as(reembedded.output()).isZero();
        try (PackagedServer server = LocalServers.start(home, small)) {
            Answer kept = server.http().get("/v1/events/" + id);
            assertThat(kept.json().path("embedding")).hasToString("[0.5,0.25,-0.5,1.0]");
        }
    }

    @Test
    void start_realModel_findsByMeaning() {
        try (PackagedServer server = LocalServers.start(directory.resolve("home"), Map.of())) {
            String cat = remember(server.http(), "The kitten sleeps on the warm sofa all afternoon.");
            remember(server.http(), "The database was migrated to a new major version.");

            Answer found = server.http().get("/v1/search/?include_embedding=false&vector_query=a+resting+pet");

            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.json().at("/data/0/id").asText()).as(found.body()).isEqualTo(cat);
        }
    }

    /** The start of a training is what makes the cache of classes; it would write its memories wherever it is sent. */
    @Test
    void training_takesNothingFromTheEnvironment() {
        Path home = directory.resolve("home");

        Ended training =
                run(home, Map.of("DATABASE_URL", "postgresql://somebody:secret@127.0.0.1:1/elsewhere"), "--train");

        assertThat(training.exitCode()).as(training.output()).isZero();
        assertThat(home.resolve("postgres/data/PG_VERSION")).exists();
    }

    private record Ended(int exitCode, String output) {}

    private static Ended run(Path home, Map<String, String> environment, String... arguments) {
        Path output = home.resolveSibling("ended.log");
        Process process = PackagedServer.launch(home, environment, output, arguments);
        try {
            Polling.until("the process ends", PATIENCE, () -> !process.isAlive());
        } finally {
            process.destroyForcibly();
            KeptRuntime.takeFrom(home);
        }
        return new Ended(process.exitValue(), Homes.read(output));
    }

    private static String remember(Http http, String text) {
        Answer answer = http.post("/v1/events/", "{\"content\":{\"text\":\"" + text + "\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static int dimension(Http http, String id) {
        return http.get("/v1/events/" + id).json().path("embedding").size();
    }
}
