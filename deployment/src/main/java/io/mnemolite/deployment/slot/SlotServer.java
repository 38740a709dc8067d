package io.mnemolite.deployment.slot;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The server of a slot as a deployment sees it: it is started, gets ready, and is stopped. */
public record SlotServer(SlotHome home, SlotProcess process, SlotClient client) {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** The server itself may wait for 2 s until it has caught up. */
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(4);

    private static final Duration SOON = Duration.ofMillis(1_500);

    /** A starting process may be between the program that starts it and itself. */
    private static final int GONE = 5;

    /** A healthy server that ends within this time has drained itself; beyond it something hangs. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /**
     * Starts this release, unless it runs; ends what else runs in the slot.
     *
     * @param launcher of the release that the slot was made ready for
     * @return a sentence
     */
    public String start(Path launcher) {
        List<ProcessHandle> running = process.find();
        String directory = launcher.getParent() + "/";
        if (!running.isEmpty()) {
            if (running.stream().allMatch(handle -> isOf(directory, handle))) {
                return "runs as process " + running.getFirst().pid();
            }
            process.stop(STOP_PATIENCE);
        }
        home.linkClassCache(launcher);
        process.start(launcher);
        return "";
    }

    private static boolean isOf(String directory, ProcessHandle handle) {
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).stream().anyMatch(argument -> argument.startsWith(directory)))
                .orElse(false);
    }

    /** Waits until it says that it listens and that its database answers. */
    public void awaitHealth(Duration patience) {
        awaitAnswer("/health", patience, "healthy");
    }

    /**
     * Waits until it has applied what was in the change log when this was called, and its indexes are whole.
     */
    public void awaitCaughtUp(Duration patience) {
        awaitAnswer("/readiness?caught_up=true", patience, "up to date");
        awaitIndex(patience);
    }

    /** Whether it knows every acknowledged write, or does very soon; does not throw. */
    public boolean hasCaughtUp() {
        return client.get("/readiness?caught_up=true", SOON).status() == 200;
    }

    /** Whether it says now that it and its database are well; does not throw. */
    public boolean isHealthy() {
        return client.get("/health", SOON).status() == 200;
    }

    /** Whether it runs and does not answer. */
    public boolean hangs() {
        return process.isAlive() && client.get("/liveness", SOON).status() == 0;
    }

    /** Ends it; what still runs after some seconds ends by force. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    private void awaitAnswer(String path, Duration patience, String state) {
        long end = System.nanoTime() + patience.toNanos();
        int gone = 0;
        List<ProcessHandle> running = List.of();
        Answer last;
        do {
            // Looking through all processes takes the time of a processor that the starting server needs.
            if (running.stream().noneMatch(ProcessHandle::isAlive)) {
                running = process.find();
            }
            gone = running.isEmpty() ? gone + 1 : 0;
            if (gone >= GONE) {
                throw DeploymentFailure.failed("The server ended while it started. The end of " + home.console() + ":\n"
                        + home.endOfConsole());
            }
            // The port may be answered by a stranger as long as ours has not said that it has it.
            boolean isOurs = running.stream().anyMatch(handle -> home.isAnnouncedBy(handle.pid()));
            last = isOurs ? client.get(path, ANSWER_PATIENCE) : client.none();
            if (last.status() == 200) {
                return;
            }
            Pause.of(INTERVAL);
        } while (System.nanoTime() < end);
        throw DeploymentFailure.failed("The server is not " + state + " after " + patience.toSeconds() + " s: " + path
                + " answers " + (last.status() == 0 ? "nothing" : last.status() + " " + last.body())
                + ". Its output is in "
                + home.console() + ".");
    }

    private void awaitIndex(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Answer answer = client.get("/v1/index/status");
            String state = answer.body().path("state").asText();
            if (state.equals("ready")) {
                return;
            }
            if (System.nanoTime() > end) {
                throw DeploymentFailure.failed("The search index is not ready after " + patience.toSeconds()
                        + " s but '" + state + "'; see " + home.console() + ".");
            }
            Pause.of(INTERVAL);
        }
    }
}
