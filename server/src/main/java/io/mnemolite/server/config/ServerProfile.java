package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Source.Setting;
import io.mnemolite.server.config.option.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server is for; decides the defaults of every other option. */
public enum ServerProfile {
    PRODUCTION,
    TEST,
    DEVELOPMENT;

    static final Option<ServerProfile> PROFILE = Option.of(
                    "profile",
                    ValueType.choice(ServerProfile.class),
                    Defaults.everywhere("development"),
                    "What this server is for; decides the defaults of every other option.")
            .environment("ENVIRONMENT");

    static final OptionGroup OPTIONS = new OptionGroup("Profile", List.of(PROFILE));

    /** The word that stands for it in configuration and answers: {@code production}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Setting> defaultOf(Option<?> option) {
        Defaults defaults = option.defaults();
        String text = switch (this) {
            case PRODUCTION -> defaults.production();
            case TEST -> defaults.test();
            case DEVELOPMENT -> defaults.development();
        };
        return Optional.ofNullable(text).map(value -> new Setting(value, "default of profile " + word()));
    }
}
