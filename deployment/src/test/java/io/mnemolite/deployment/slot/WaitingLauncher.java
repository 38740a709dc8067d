package io.mnemolite.deployment.slot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The launcher of a release whose server announces itself, listens nowhere, and waits for its end. */
public final class WaitingLauncher {

    /** It waits for somebody to write into a pipe, so there is no second process to be ended. */
    private static final String WAIT = """
            echo "{\\"pid\\":$$}" >"$3/server.json"
            read -r _ <"$0.never"
            """;

    private WaitingLauncher() {}

    /** @param first a line of shell for the process to begin with */
    public static Path make(Path release, String first) throws IOException {
        Files.createDirectories(release);
        Path launcher = Files.writeString(release.resolve("mnemolite"), "#!/bin/sh\n" + first + "\n" + WAIT);
        Process pipe = new ProcessBuilder("mkfifo", launcher + ".never").start();
        if (pipe.onExit().join().exitValue() != 0) {
            throw new IOException("No pipe can be made beside " + launcher);
        }
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public static Path make(Path release) throws IOException {
        return make(release, "");
    }

    /** The process of the slot, once it has announced itself. */
    public static ProcessHandle await(SlotProcess process) {
        while (true) {
            for (ProcessHandle handle : process.find()) {
                if (process.home().isAnnouncedBy(handle.pid())) {
                    return handle;
                }
            }
            Thread.onSpinWait();
        }
    }
}
