package io.mnemolite.core.event;

/** How many events matched and how many of them are gone. */
public record Deletion(long matched, long deleted) {}
