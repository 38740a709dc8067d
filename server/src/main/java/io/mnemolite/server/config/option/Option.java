package io.mnemolite.server.config.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be configured, declared once; binding, help and reference come from it.
 *
 * @param key its name in a properties file and, after {@code --}, on the command line: {@code pool.size}
 * @param type what values it takes
 * @param defaults what it is when nothing sets it
 * @param sentence what it does, in a sentence
 * @param aliases further environment variables, the more specific ones first
 * @param shortName a second name on the command line, without dashes; null when it has none
 * @param masking how much of its value may be shown
 */
public record Option<T>(
        String key,
        ValueType<T> type,
        Defaults defaults,
        String sentence,
        List<String> aliases,
        @Nullable String shortName,
        Masking masking) {

    /** What the environment variables that are ours begin with. */
    public static final String ENVIRONMENT_PREFIX = "MNEMOLITE_";

    public Option {
        aliases = List.copyOf(aliases);
    }

    public static <T> Option<T> of(String key, ValueType<T> type, Defaults defaults, String sentence) {
        return new Option<>(key, type, defaults, sentence, List.of(), null, Masking.NONE);
    }

    public Option<T> environment(String... names) {
        return new Option<>(key, type, defaults, sentence, List.of(names), shortName, masking);
    }

    public Option<T> shortName(String name) {
        return new Option<>(key, type, defaults, sentence, aliases, name, masking);
    }

    public Option<T> masked(Masking how) {
        return new Option<>(key, type, defaults, sentence, aliases, shortName, how);
    }

    /** The environment variables that set it; the first one that is not empty counts. */
    public List<String> environmentNames() {
        String derived =
                ENVIRONMENT_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Stream.concat(Stream.of(derived), aliases.stream()).distinct().toList();
    }

    /** The names on the command line, without dashes. */
    public List<String> commandLineNames() {
        return Stream.concat(Optional.ofNullable(shortName).stream(), Stream.of(key))
                .distinct()
                .toList();
    }
}
