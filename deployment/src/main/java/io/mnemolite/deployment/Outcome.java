package io.mnemolite.deployment;

import io.mnemolite.deployment.plan.Serving;

/**
 * How a command ended.
 *
 * @param serving what serves now
 * @param changed false when there was nothing to do
 * @param switchSeconds from the command's begin until requests went there; 0 when they did all along
 */
public record Outcome(Serving serving, boolean changed, double switchSeconds) {}
