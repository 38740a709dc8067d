package io.mnemolite.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ReadTimesTest {

    @Test
    void pair_twoServers_areAskedTheSameByTurnsAndJudgedApart() throws IOException {
        List<String> order = new CopyOnWriteArrayList<>();
        try (ScriptedServer old = new ScriptedServer((request, _) -> {
                    order.add("old " + request);
                    return new Reply(200, "{}");
                });
                ScriptedServer fresh = new ScriptedServer((request, _) -> {
                    order.add("new " + request);
                    return new Reply(500, "{}");
                });
                SlotClient one = new SlotClient(old.port(), null);
                SlotClient other = new SlotClient(fresh.port(), null)) {
            Reads reads = SomeReads.ofEvents("1", "2");
            ReadTimes.pair(one, other, reads, Duration.ZERO);
            assertThat(order).as("one read each, whatever the time").hasSize(2);

            List<Measured> pair = ReadTimes.pair(one, other, reads, Duration.ofMillis(250));

            assertThat(order.subList(2, order.size()))
                    .startsWith(
                            "old GET /v1/events/1",
                            "new GET /v1/events/1",
                            "new GET /v1/events/2",
                            "old GET /v1/events/2");
            assertThat(old.requests()).isEqualTo(fresh.requests());
            assertThat(pair).extracting(Measured::errorRate).containsExactly(0.0, 1.0);
            assertThat(pair)
                    .allSatisfy(times -> assertThat(times.millis())
                            .hasSize(old.requests().size() - 1)
                            .allMatch(millis -> millis > 0));
        }
    }
}
