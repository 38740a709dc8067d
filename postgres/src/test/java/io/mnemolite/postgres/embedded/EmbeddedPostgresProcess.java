package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that runs an embedded PostgreSQL until it is killed, or its input ends. */
final class EmbeddedPostgresProcess {

    private EmbeddedPostgresProcess() {}

    /** @param arguments data, runtime and log directory, durability */
    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])));
        System.out.println(postgres.pid());
        if (System.in.read() >= 0) {
            throw new IOException("no input was expected");
        }
        // No close(): the end of the JVM must be enough.
    }

    static Process start(EmbeddedPostgresSettings settings) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedPostgresProcess.class.getName(),
                settings.dataDirectory().toString(),
                settings.runtimeDirectory().toString(),
                settings.logDirectory().toString(),
                settings.durability().name());
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
