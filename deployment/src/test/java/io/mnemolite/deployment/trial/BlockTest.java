package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.observation.SomeReads;
import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final Reads READS = SomeReads.ofEvents("1");
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofMinutes(1);

    private ScriptedServer server;
    private SlotClient client;
    private volatile int status = 200;
    private volatile int statusOfTheThird = 200;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(
                (_, _) -> new Reply(server.requests().size() == 3 ? statusOfTheThird : status, "{\"id\":\"1\"}"));
        client = new SlotClient(server.port(), null);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void measure_someAnswers_haveARateAndQuantiles() {
        Block block = Block.measure(client, READS, 2, SHORT);

        assertThat(block.rate()).isPositive();
        assertThat(block.p50Millis()).isPositive().isLessThanOrEqualTo(block.p99Millis());
    }

    /** It ends with the first, long before its time. */
    @Test
    void measure_aReadFails_saysHowManyOfHowMany() {
        statusOfTheThird = 500;

        assertThatThrownBy(() -> Block.measure(client, READS, 1, LONG))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("1 of 3 reads of the benchmark failed.");
    }

    @Test
    void measure_nobodyAnswers_isAFailure() {
        server.close();

        assertThatThrownBy(() -> Block.measure(client, READS, 1, LONG))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("1 of 1 reads of the benchmark failed.");
    }

    /** What somebody deletes meanwhile is no fault of the server. */
    @Test
    void measure_eventIsGone_isAnAnswer() {
        status = 404;
        statusOfTheThird = 404;

        assertThat(Block.measure(client, READS, 1, SHORT).rate()).isPositive();
    }

    @Test
    void measure_noTime_isAFailure() {
        assertThatThrownBy(() -> Block.measure(client, READS, 1, Duration.ZERO))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("0 of 0 reads of the benchmark failed.");
    }
}
