package io.mnemolite.core.secret;

/**
 * A secret that was found.
 *
 * @param kind what it is, such as {@code github-token}
 * @param path where in the JSON it stood, such as {@code content.notes[2].text}
 */
public record Finding(String kind, String path) {}
