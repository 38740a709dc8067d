package io.mnemolite.deployment.backup;

import java.nio.file.Path;

/** Copies of the database of a deployment. */
public interface Backups {

    /**
     * Takes a copy, proves it by restoring it elsewhere, and deletes old ones.
     *
     * @param version of the release that is about to change the database, to be written down
     * @return figures for people
     * @throws io.mnemolite.deployment.failure.DeploymentFailure when the copy cannot be taken or is not whole
     */
    String take(String version);

    /**
     * Writes a copy into this file, in place of one that is there, and does not prove it.
     *
     * @throws io.mnemolite.deployment.failure.DeploymentFailure when the copy cannot be taken
     */
    void copy(Path file);
}
