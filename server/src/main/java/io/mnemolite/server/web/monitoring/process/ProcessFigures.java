package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.core.operation.Assessment;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import io.mnemolite.core.operation.history.Sample;
import io.mnemolite.core.operation.history.Window;
import io.mnemolite.server.web.monitoring.drawing.Axis;
import io.mnemolite.server.web.monitoring.drawing.Line;
import io.mnemolite.server.web.monitoring.section.Answer;
import io.mnemolite.server.web.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What this process does: each figure now, over time, and in a table. */
public record ProcessFigures(List<Vital> vitals, HistoryTable table) {

    public ProcessFigures {
        vitals = List.copyOf(vitals);
    }

    /**
     * The process at this moment.
     *
     * @param recent the last minute
     * @param heapMax in bytes; 0 when there is no bound
     */
    public record Now(
            Window recent,
            long requests,
            long failedRequests,
            int executing,
            int waiting,
            PoolFigures pool,
            Answer<Long> awaitingVector,
            double indexLagSeconds,
            long heapUsed,
            long heapMax) {}

    /**
     * A figure and where it is found in a window.
     *
     * @param top what its line reaches at least, so that a small unrest looks small
     */
    private record Figure(
            String key, String name, double top, Function<Window, OptionalDouble> past, DoubleFunction<String> words) {

        List<OptionalDouble> values(List<Window> windows) {
            return windows.stream().map(past).toList();
        }
    }

    private static final Figure REQUESTS = new Figure(
            "requests",
            "Requests",
            0,
            window -> window.growthPerSecond(Sample::requests),
            rate -> Amounts.digits(rate) + " /s");
    private static final Figure FAILED = new Figure(
            "failed", "Failed requests", 0, window -> window.growth(Sample::failedRequests), ProcessFigures::whole);
    private static final Figure AT_WORK = new Figure(
            "at-work",
            "Requests at work",
            0,
            window -> window.highest(sample -> sample.executing() + sample.waiting()),
            ProcessFigures::whole);
    private static final Figure CONNECTIONS = new Figure(
            "connections",
            "Connections in use",
            0,
            window -> window.highest(sample -> sample.pool().checkedOut()),
            ProcessFigures::whole);
    private static final Figure HEAP = new Figure(
            "heap", "Heap", 0, window -> window.highest(Sample::heapBytes), bytes -> Amounts.bytes((long) bytes));
    private static final Figure AWAITING = new Figure(
            "awaiting",
            "Await a vector",
            0,
            window -> window.highest(
                    sample -> sample.awaitingVector() == null ? Double.NaN : (double) sample.awaitingVector()),
            ProcessFigures::whole);
    private static final Figure LAG = new Figure(
            "lag",
            "Index behind by",
            Assessment.LAG_TOLERATED_SECONDS,
            window -> window.highest(Sample::indexLagSeconds),
            seconds -> Amounts.digits(seconds) + " s");

    private static final Figure HIT_RATE = new Figure(
            "hit-rate",
            "Answered by caches",
            1,
            window -> window.share(ProcessFigures::hits, sample -> hits(sample) + misses(sample)),
            Amounts::percent);

    private static final List<Figure> ALL =
            List.of(REQUESTS, FAILED, AT_WORK, CONNECTIONS, HEAP, AWAITING, LAG, HIT_RATE);

    public static ProcessFigures of(Now now, List<Window> windows, Axis axis) {
        List<Vital> vitals = new ArrayList<>();
        OptionalDouble rate = REQUESTS.past().apply(now.recent());
        OptionalDouble failed = FAILED.past().apply(now.recent());
        PoolFigures pool = now.pool();
        Answer<Long> awaiting = now.awaitingVector();
        vitals.add(vital(
                REQUESTS,
                rate.isPresent() ? REQUESTS.words().apply(rate.getAsDouble()) : Amounts.NONE,
                grouped(now.requests()) + " in all",
                "",
                windows,
                axis));
        vitals.add(vital(
                FAILED,
                failed.isPresent() ? whole(failed.getAsDouble()) : Amounts.NONE,
                "last minute; " + grouped(now.failedRequests()) + " in all",
                failed.orElse(0) > 0 ? "warn" : "",
                windows,
                axis));
        vitals.add(vital(
                AT_WORK,
                grouped(now.executing()),
                now.waiting() == 0 ? "none waits" : grouped(now.waiting()) + " wait",
                now.waiting() > 0 ? "warn" : "",
                windows,
                axis));
        vitals.add(vital(
                CONNECTIONS,
                grouped(pool.checkedOut()),
                "of " + pool.size() + (pool.waiting() > 0 ? ", " + pool.waiting() + " wait for one" : ", none waits"),
                pool.waiting() > 0 ? "warn" : "",
                windows,
                axis));
        vitals.add(vital(
                HEAP,
                Amounts.bytes(now.heapUsed()),
                now.heapMax() > 0 ? "of " + Amounts.bytes(now.heapMax()) : "without a bound",
                now.heapMax() > 0 && now.heapUsed() > Assessment.HEAP_TOLERATED * now.heapMax() ? "warn" : "",
                windows,
                axis));
        vitals.add(vital(
                AWAITING,
                awaiting.value() == null ? Amounts.NONE : grouped(awaiting.value()),
                awaiting.value() == null ? "the database does not answer" : "events",
                "",
                windows,
                axis));
        vitals.add(vital(
                LAG,
                LAG.words().apply(now.indexLagSeconds()),
                "since the log was read",
                now.indexLagSeconds() > Assessment.LAG_TOLERATED_SECONDS ? "warn" : "",
                windows,
                axis));
        vitals.add(vital(
                HIT_RATE,
                Amounts.percent(HIT_RATE.past().apply(now.recent())),
                "of reads, last minute",
                "",
                windows,
                axis));
        HistoryTable table = HistoryTable.of(
                axis,
                ALL.stream()
                        .map(figure -> new HistoryTable.Column(figure.name(), figure.values(windows), figure.words()))
                        .toList());
        return new ProcessFigures(vitals, table);
    }

    private static Vital vital(Figure figure, String value, String note, String tone, List<Window> windows, Axis axis) {
        return new Vital(
                figure.key(),
                figure.name(),
                value,
                note,
                tone,
                Line.of(figure.name(), axis, figure.values(windows), figure.top(), figure.words()));
    }

    private static long hits(Sample sample) {
        return sample.event().hits() + sample.search().hits() + sample.graph().hits();
    }

    private static long misses(Sample sample) {
        return sample.event().misses()
                + sample.search().misses()
                + sample.graph().misses();
    }

    private static String whole(double number) {
        return grouped(Math.round(number));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
