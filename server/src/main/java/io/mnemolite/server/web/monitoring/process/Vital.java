package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.server.web.monitoring.drawing.Line;

/**
 * A figure of the process now, and what it was.
 *
 * @param key identifies it on the page
 * @param tone warn or bad when it is not as it should be, else empty
 */
public record Vital(String key, String name, String value, String note, String tone, Line line) {}
