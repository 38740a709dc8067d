package io.mnemolite.server.config;

import io.mnemolite.core.secret.SecretPolicy;
import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.util.List;

/**
 * Secrets in what is to be remembered.
 *
 * @param policy what becomes of them
 */
public record SecretsConfiguration(SecretPolicy policy) {

    private static final Option<SecretPolicy> POLICY = Option.of(
                    "secrets.policy",
                    ValueType.choice(SecretPolicy.class),
                    Defaults.everywhere("redact"),
                    "What becomes of keys, tokens and passwords in events and in the memory graph: redact stores"
                            + " [redacted: kind] in their place, block refuses the write, off stores them.")
            .environment("SECRETS_POLICY");

    static final OptionGroup OPTIONS = new OptionGroup("Secrets", List.of(POLICY));

    static SecretsConfiguration read(Settings settings) {
        return new SecretsConfiguration(settings.get(POLICY));
    }
}
