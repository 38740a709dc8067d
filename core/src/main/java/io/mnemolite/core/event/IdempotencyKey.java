package io.mnemolite.core.event;

/**
 * A caller's promise that requests of the same key are one request.
 *
 * @param key the caller's text, 1..200 characters
 * @param route the route it was sent to; keys of different routes are unrelated
 * @param bodyHash lower-case hexadecimal SHA-256 of the request body
 */
public record IdempotencyKey(String key, String route, String bodyHash) {}
