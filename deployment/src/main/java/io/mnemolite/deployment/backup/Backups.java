package io.mnemolite.deployment.backup;

/** Copies of the database of a deployment. */
public interface Backups {

    /**
     * Takes a copy, proves it by restoring it elsewhere, and deletes old ones.
     *
     * @param version of the release that is about to change the database, to be written down
     * @return figures for people
     * @throws io.mnemolite.deployment.DeploymentFailure when the copy cannot be taken or is not whole
     */
    String take(String version);
}
