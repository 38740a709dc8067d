package io.mnemolite.core.secret;

/** What becomes of a secret in what is to be remembered. */
public enum SecretPolicy {
    /** It is stored as it came. */
    OFF,
    /** {@code [redacted: kind]} is stored in its place. */
    REDACT,
    /** The write is refused. */
    BLOCK
}
