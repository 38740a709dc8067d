package io.mnemolite.core.operation;

import java.time.Instant;

/** The time between two moments, both of which belong to it. */
public record TimeSpan(Instant from, Instant to) {}
