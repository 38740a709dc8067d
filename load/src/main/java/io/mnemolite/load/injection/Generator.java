package io.mnemolite.load.injection;

import io.gatling.app.Gatling$;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.server.Folders;
import io.mnemolite.load.traffic.Mix;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs plans, one after the other, by Gatling within this process. */
public final class Generator {

    private static final String CACHE_FIGURES = "/v1/events/cache/stats";

    private final Api api;
    private final Mix mix;
    private final Path work;
    private final Consumer<String> console;

    /**
     * @param work where reports and Gatling's own output go
     * @param console takes a line for each phase
     */
    public Generator(Api api, Mix mix, Path work, Consumer<String> console) {
        this.api = api;
        this.mix = mix;
        this.work = work;
        this.console = console;
    }

    /** Returns when every request is over, or the run was ended at the knee, and the HTML report is written. */
    public Driven run(Plan plan) {
        Samples samples = new Samples();
        PhaseWatch watch = new PhaseWatch(plan, samples, console);
        Failures failures = new Failures();
        TrafficSimulation.Job job = new TrafficSimulation.Job(plan, mix, api.base(), samples, watch, failures);
        int status = gatling(plan, job);
        long ended = job.lastAnswer();
        List<PhaseResult> phases = watch.finish(ended);
        CacheFigures before = CacheFigures.of(Api.json(job.cacheFiguresBefore()));
        CacheFigures after = CacheFigures.of(api.get(CACHE_FIGURES));
        return new Driven(plan, samples, phases, after.since(before), failures.lines(), status == 0, ended);
    }

    /** Gatling takes no simulation but a class, and prints what belongs into a file. */
    private int gatling(Plan plan, TrafficSimulation.Job job) {
        Path results = work.resolve("gatling");
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            Folders.delete(results);
            Files.createDirectories(results);
            try (PrintStream file = new PrintStream(
                    Files.newOutputStream(work.resolve(plan.name() + "-gatling.log")), true, StandardCharsets.UTF_8)) {
                System.setOut(file);
                System.setErr(file);
                TrafficSimulation.next(job);
                int status = Gatling$.MODULE$.fromArgs(new String[] {
                    "--simulation", TrafficSimulation.class.getName(), "--results-folder", results.toString()
                });
                keepReport(results, work.resolve(plan.name() + "-report"));
                return status;
            } finally {
                System.setOut(out);
                System.setErr(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepReport(Path results, Path report) throws IOException {
        Folders.delete(report);
        try (Stream<Path> folders = Files.list(results)) {
            Path folder = folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Gatling left no report in " + results + "."));
            Files.move(folder, report);
        }
        Folders.delete(results);
    }
}
