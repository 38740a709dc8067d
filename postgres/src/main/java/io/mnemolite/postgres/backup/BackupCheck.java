package io.mnemolite.postgres.backup;

/**
 * One thing that was looked at to prove a backup.
 *
 * @param name what was looked at, in a few words
 * @param passed whether it is as it should be
 * @param detail figures, or what is wrong, as a sentence
 */
public record BackupCheck(String name, boolean passed, String detail) {}
