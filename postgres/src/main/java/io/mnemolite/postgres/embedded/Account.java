package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run, and how they end with us.
 *
 * <p>PostgreSQL refuses to run as root. Root on Linux therefore starts it in a user namespace of its own: there it is
 * nobody, yet the files stay root's, below /root too. Where namespaces are refused (some containers), and where the
 * data belong to somebody else already, it runs as that user or as nobody.
 *
 * <p>On Linux {@code setpriv --pdeathsig} has the kernel signal the child when the thread that created it ends, so
 * also after kill -9 of this process. Elsewhere a child that was left over is stopped by the next start. A session of
 * its own ({@code setsid}) keeps Ctrl-C in our terminal from stopping PostgreSQL before we have finished with it.
 *
 * @param command what stands before the program; {@link #SIGNAL} in it stands for the signal's name
 */
record Account(List<String> command) {

    private static final String SIGNAL = "%SIGNAL%";
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE =
            List.of("setsid", "unshare", "--user", "setpriv", "--pdeathsig", SIGNAL);
    private static final List<String> SAME_USER = List.of("setsid", "setpriv", "--pdeathsig", SIGNAL);

    /** The account for this data; gives it, where it must, to the user that will run PostgreSQL. */
    static Account choose(EmbeddedPostgresSettings settings, Path programs) throws IOException {
        Path data = settings.dataDirectory();
        if (!Platform.isLinux()) {
            if (System.getProperty("user.name", "").equals("root")) {
                throw new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "PostgreSQL refuses to run as root on this system: start MnemoLite as a normal user.");
            }
            return new Account(List.of());
        }
        if (effectiveUser() != 0) {
            return works(SAME_USER) ? new Account(SAME_USER) : new Account(List.of());
        }
        Path cluster = data.resolve(DataDirectory.CLUSTER);
        Path owned = Files.isDirectory(cluster) ? cluster : data;
        int owner = Directories.owner(owned);
        if (owner == 0 && works(NAMESPACE)) {
            return new Account(NAMESPACE);
        }
        int user = owner == 0 ? NOBODY : owner;
        int group = owner == 0 ? NOBODY : Directories.group(owned);
        List<String> asOther = List.of(
                "setsid",
                "setpriv",
                "--reuid",
                "" + user,
                "--regid",
                "" + group,
                "--clear-groups",
                "--pdeathsig",
                SIGNAL);
        if (!works(asOther)) {
            throw refused("user namespaces and a change of user are both forbidden here (or util-linux is missing)");
        }
        for (Path directory :
                List.of(Directories.parent(data), programs, Directories.parent(settings.logDirectory()))) {
            Optional<Path> closed = Directories.closedToOthers(directory);
            if (closed.isPresent()) {
                throw refused("user " + user + ", as whom it would run, may not enter " + closed.get());
            }
        }
        Directories.giveTree(data, user, group);
        Directories.giveTree(settings.logDirectory(), user, group);
        return new Account(asOther);
    }

    /** The user that the kernel sees in this process. */
    static int effectiveUser() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow(() -> new IOException("/proc/self/status names no user"));
        }
    }

    /** The program as a child that gets the signal when the thread that starts it ends. */
    ProcessBuilder run(String signalAtOurDeath, List<String> program) {
        List<String> all = new ArrayList<>();
        command.forEach(word -> all.add(word.equals(SIGNAL) ? signalAtOurDeath : word));
        all.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(all);
        // PGDATA, PGPORT, PGOPTIONS or a locale of the caller must not change what runs.
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean works(List<String> command) throws IOException {
        ProcessBuilder probe = new Account(command)
                .run("KILL", List.of("true"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = probe.start();
        } catch (IOException programIsMissing) {
            return false;
        }
        try {
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while trying " + command, interruption);
        } finally {
            process.destroyForcibly();
        }
    }

    private static MnemoliteException refused(String reason) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "PostgreSQL refuses to run as root, and " + reason
                        + ": start MnemoLite as a normal user, or set MNEMOLITE_HOME to a directory that every user"
                        + " can enter, such as /var/lib/mnemolite.");
    }
}
