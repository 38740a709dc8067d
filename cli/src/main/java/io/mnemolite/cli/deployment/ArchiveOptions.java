package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.deployment.release.ReleaseArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The release that a command is about. */
final class ArchiveOptions {

    @Parameters(
            paramLabel = "ARCHIVE",
            description = "As ./dev dist makes it, with its checksum beside it in ARCHIVE.sha256.")
    private @Nullable Path archive;

    ReleaseArchive release() {
        if (archive == null || !Files.isReadable(archive)) {
            throw CommandFailure.usage("There is no archive " + archive + ".");
        }
        return new ReleaseArchive(archive.toAbsolutePath());
    }
}
