package io.mnemolite.deployment.plan;

/** A release in the slot that requests are sent to. */
public record Serving(String release, Slot slot) {}
