package io.mnemolite.server.config;

/**
 * The value of an option that counts, fit to be shown.
 *
 * @param key the option
 * @param value as written, what is secret in it replaced by asterisks; empty when it is not set
 * @param source where it was written, for example {@code environment API_PORT} or {@code default of profile test}
 */
public record EffectiveValue(String key, String value, String source) {}
