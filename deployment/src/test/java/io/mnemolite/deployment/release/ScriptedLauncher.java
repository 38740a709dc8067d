package io.mnemolite.deployment.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A release's launcher that does what a test says. */
final class ScriptedLauncher {

    private ScriptedLauncher() {}

    /** Written into the folder of the release. */
    static Path write(Path folder, String script) throws IOException {
        Path launcher = Files.writeString(folder.resolve("mnemolite"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
