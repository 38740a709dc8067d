package io.mnemolite.server.rest;

/**
 * What a request may hold.
 *
 * @param dimension the count of numbers in a vector
 */
public record WireLimits(int dimension) {}
