package io.mnemolite.load.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two cores of this machine: one for the server with its PostgreSQL, another for whoever drives it.
 *
 * @param server its number
 * @param generator its number
 */
public record Cores(int server, int generator) {

    private static final String TASKSET = "taskset";

    /** The first two that this process may use; empty where there are none, or nothing that keeps a process to them. */
    public static Optional<Cores> available() {
        try {
            return hasTaskset()
                    ? Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("Cpus_allowed_list:"))
                            .findFirst()
                            .flatMap(line ->
                                    of(line.substring(line.indexOf(':') + 1).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first two of a list such as {@code 0-3,8}. */
    static Optional<Cores> of(String list) {
        int[] numbers = Stream.of(list.split(",", -1))
                .flatMapToInt(Cores::numbers)
                .limit(2)
                .toArray();
        return numbers.length < 2 ? Optional.empty() : Optional.of(new Cores(numbers[0], numbers[1]));
    }

    private static IntStream numbers(String range) {
        String[] ends = range.split("-", 2);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    /** Keeps this process, every thread of it, to its core. */
    public void keepGenerator() {
        String process = String.valueOf(ProcessHandle.current().pid());
        if (!succeeds(TASKSET, "-a", "-p", "-c", String.valueOf(generator), process)) {
            throw new TargetException("The generator could not be kept to core " + generator
                    + ", so the figures would be those of another arrangement; see why taskset fails.");
        }
    }

    /** What stands before the command of a process that is to keep to the server's core. */
    String[] launcher() {
        return new String[] {TASKSET, "-c", String.valueOf(server)};
    }

    private static boolean hasTaskset() {
        return succeeds(TASKSET, "--version");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
