package io.mnemolite.cli;

import io.mnemolite.cli.terminal.Output;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The process: its streams, its environment, its exit code. */
public final class Main {

    private static final int DEFAULT_COLUMNS = 80;
    private static final int WIDEST = 120;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("warm-up")) {
            WarmUp.run();
            return;
        }
        Surroundings around = new Surroundings(
                System.getenv(),
                System.in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal("out", 1),
                isTerminal("err", 2),
                Math.clamp(Integer.getInteger("mnemolite.columns", DEFAULT_COLUMNS), 40, WIDEST),
                Clock.systemUTC(),
                Duration.ofMillis(250),
                launcher());
        System.exit(new Program(around).run(arguments));
    }

    private static @Nullable Path launcher() {
        String script = System.getProperty("mnemolite.launcher");
        return script == null ? null : Path.of(script);
    }

    /**
     * The launcher knows, and says so in {@code mnemolite.terminal}. Java itself can only ask about both streams at once
     * ({@code Console.isTerminal}), at the price of loading a line editor; without the launcher Linux tells.
     */
    private static boolean isTerminal(String name, int descriptor) {
        String told = System.getProperty("mnemolite.terminal");
        if (told != null) {
            return told.contains(name);
        }
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
