package io.mnemolite.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * A load generator in the calling thread: every connection sends its next request when it has its answer. It does little
 * itself, because it shares the processors with what it measures. Any answer but a 2xx ends it with an exception.
 */
public final class ClosedLoop {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ClosedLoop() {}

    /**
     * What was measured.
     *
     * @param answers how many came
     * @param time from the first request to the last answer
     * @param micros time of each answer
     * @param generatorShare of the machine's processor time that this process used
     */
    public record Outcome(long answers, Duration time, Histogram micros, double generatorShare) {

        public double perSecond() {
            return answers / (time.toNanos() / 1e9);
        }

        public double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Until the time is over or so many requests are sent, whatever is first; the last answers are awaited. */
    public static Outcome run(int port, int connections, Duration time, long requests, Supplier<ByteBuffer> next) {
        Histogram micros = new Histogram(60_000_000, 3);
        List<RawConnection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                RawConnection connection = RawConnection.open(port);
                open.add(connection);
                connection.channel().register(selector, SelectionKey.OP_READ, connection);
            }
            ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
            long processorStart = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            long sent = 0;
            long answers = 0;
            for (SelectionKey key : selector.keys()) {
                if (sent < requests) {
                    sent++;
                    begin(key, next.get());
                }
            }
            while (answers < sent) {
                if (selector.select(10_000) == 0) {
                    throw new IOException("No answer came for 10 s.");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    RawConnection connection = (RawConnection) key.attachment();
                    if (key.isWritable() && connection.write()) {
                        key.interestOps(SelectionKey.OP_READ);
                    }
                    if (key.isReadable() && connection.read(buffer)) {
                        long now = System.nanoTime();
                        micros.recordValue((now - connection.sentAt()) / 1_000);
                        answers++;
                        if (now < end && sent < requests) {
                            sent++;
                            begin(key, next.get());
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            long nanos = System.nanoTime() - start;
            double share = (double) (PROCESS.getProcessCpuTime() - processorStart)
                    / nanos
                    / Runtime.getRuntime().availableProcessors();
            return new Outcome(answers, Duration.ofNanos(nanos), micros, share);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(ClosedLoop::close);
        }
    }

    private static void begin(SelectionKey key, ByteBuffer request) throws IOException {
        RawConnection connection = (RawConnection) key.attachment();
        connection.begin(request);
        if (connection.hasToWrite()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private static void close(RawConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
