package io.mnemolite.postgres.backup;

/** Hears how far a backup or a restore is, now and then, on the thread that does the work. */
@FunctionalInterface
public interface BackupProgress {

    /** Hears nothing. */
    BackupProgress NONE = (done, total) -> {};

    /**
     * @param done rows that are copied
     * @param total rows to copy in all
     */
    void at(long done, long total);
}
