package io.mnemolite.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.cli.failure.CommandFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBatchesTest {

    private static List<LineBatches.Batch> all(InputStream in) throws IOException {
        LineBatches batches = new LineBatches(in);
        List<LineBatches.Batch> all = new ArrayList<>();
        for (LineBatches.Batch batch = batches.next(); batch != null; batch = batches.next()) {
            all.add(batch);
        }
        return all;
    }

    @Test
    void anyInput_isCutAtLineEndsAndNothingIsLost() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            byte[] input = lines(random);
            List<LineBatches.Batch> batches = all(trickling(input, random));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            long next = 1;
            for (LineBatches.Batch batch : batches) {
                assertThat(batch.firstLine()).as("seed %s", seed).isEqualTo(next);
                assertThat(batch.lines()).as("seed %s", seed).isBetween(1, 1000);
                assertThat(batch.bytes().length <= 4 << 20 || batch.lines() == 1)
                        .as("seed %s, %s lines in %s bytes", seed, batch.lines(), batch.bytes().length)
                        .isTrue();
                next += batch.lines();
                joined.writeBytes(batch.bytes());
                boolean last = batch == batches.getLast();
                assertThat(last || batch.bytes()[batch.bytes().length - 1] == '\n')
                        .as("seed %s", seed)
                        .isTrue();
            }
            assertThat(joined.toByteArray()).as("seed %s", seed).isEqualTo(input);
        }
    }

    private static byte[] lines(Random random) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        int count = random.nextInt(3_000);
        for (int n = 0; n < count; n++) {
            int length = random.nextInt(1_000) == 0 ? random.nextInt(6 << 20) : random.nextInt(50);
            input.writeBytes("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
            if (n < count - 1 || random.nextBoolean()) {
                input.write('\n');
            }
        }
        return input.toByteArray();
    }

    /** Gives fewer bytes than asked for, as pipes do. */
    private static InputStream trickling(byte[] input, Random random) {
        return new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(1 << 16)));
            }
        };
    }

    @Test
    void endlessLine_isRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> all(endless))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("Line 1 is longer than 32 MiB");
    }
}
