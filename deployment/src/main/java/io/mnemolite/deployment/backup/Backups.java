package io.mnemolite.deployment.backup;

/** Copies of the database of a deployment. */
public interface Backups {

    /**
     * Takes a copy, proves it by restoring it elsewhere, and deletes old ones.
     *
     * @param name of the copy's file, without its ending; unique
     * @return figures for people
     * @throws io.mnemolite.deployment.DeploymentFailure when the copy cannot be taken or is not whole
     */
    String take(String name);
}
