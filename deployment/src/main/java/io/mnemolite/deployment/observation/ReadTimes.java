package io.mnemolite.deployment.observation;

import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/** Times of reads at one server, one after the other. */
public final class ReadTimes {

    private final SlotClient server;
    private final DoubleStream.Builder millis = DoubleStream.builder();
    private int reads;
    private int failed;

    private ReadTimes(SlotClient server) {
        this.server = server;
    }

    /** Two servers by turns, each read at both: what the machine does meanwhile strikes both alike. */
    public static List<Measured> pair(SlotClient first, SlotClient second, Reads reads, Duration time) {
        ReadTimes one = new ReadTimes(first);
        ReadTimes other = new ReadTimes(second);
        long end = System.nanoTime() + time.toNanos();
        int number = 0;
        do {
            // Whoever comes first meets colder caches of PostgreSQL.
            (number % 2 == 0 ? one : other).read(reads, number);
            (number % 2 == 0 ? other : one).read(reads, number);
            number++;
        } while (System.nanoTime() < end);
        return List.of(one.measured(), other.measured());
    }

    private void read(Reads source, int number) {
        Answer answer = source.read(server, number);
        reads++;
        millis.add(answer.millis());
        failed += answer.status() == 0 || answer.status() >= 500 ? 1 : 0;
    }

    private Measured measured() {
        return Measured.of(millis.build().toArray(), failed / (double) Math.max(1, reads));
    }
}
