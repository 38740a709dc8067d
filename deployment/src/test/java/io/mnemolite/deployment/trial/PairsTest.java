package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.observation.SomeReads;
import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void measure_twoServers_takeTurnsAndGoFirstByTurns() throws IOException {
        List<String> order = new CopyOnWriteArrayList<>();
        try (ScriptedServer old = server("old", order);
                ScriptedServer fresh = server("new", order);
                SlotClient one = new SlotClient(old.port(), null);
                SlotClient other = new SlotClient(fresh.port(), null)) {
            Pairs pairs =
                    Pairs.measure(one, other, SomeReads.ofEvents("1"), 1, 3, Duration.ZERO, Duration.ofMillis(100));

            assertThat(order).containsExactly("old", "new", "old", "new");
            assertThat(pairs.olds()).hasSize(3);
            assertThat(pairs.news()).hasSize(3);
            assertThat(pairs.finding("throughput", "reads/s", Block::rate).figures())
                    .containsOnlyKeys("old", "new", "ratio", "ratio_low", "ratio_high")
                    .allSatisfy((name, value) -> assertThat(value).as(name).isPositive());
        }
    }

    @Test
    void measure_warmUp_isByTurnsToo() throws IOException {
        List<String> order = new CopyOnWriteArrayList<>();
        try (ScriptedServer old = server("old", order);
                ScriptedServer fresh = server("new", order);
                SlotClient one = new SlotClient(old.port(), null);
                SlotClient other = new SlotClient(fresh.port(), null)) {
            Pairs.measure(one, other, SomeReads.ofEvents("1"), 1, 1, Duration.ofMillis(200), Duration.ofMillis(50));

            assertThat(order).hasSize(10);
        }
    }

    /** Notes its name whenever it takes over. */
    private static ScriptedServer server(String name, List<String> order) throws IOException {
        return new ScriptedServer((_, _) -> {
            if (order.isEmpty() || !order.getLast().equals(name)) {
                order.add(name);
            }
            return new Reply(200, "{}");
        });
    }
}
