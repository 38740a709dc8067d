package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mnemolite.core.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A configuration under test: a home directory of a user, an environment and arguments. */
record Load(Path userHome, Map<String, String> environment, List<String> arguments) {

    static Load in(Path userHome) {
        return new Load(userHome, Map.of(), List.of());
    }

    Load environment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Load(userHome, more, arguments);
    }

    Load arguments(String... words) {
        return new Load(userHome, environment, List.of(words));
    }

    /** Writes the properties file of the default home directory. */
    Load file(String... lines) throws IOException {
        Path home = Files.createDirectories(userHome.resolve(".mnemolite"));
        Files.write(home.resolve(Configuration.FILE_NAME), List.of(lines));
        return this;
    }

    Configuration configuration() {
        return Configuration.load(arguments, environment, userHome);
    }

    EffectiveValue effective(String key) {
        return configuration().effective().stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The sentences of the error that this must give. */
    List<String> problems() {
        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, this::configuration);
        assertThat(error).as("a configuration error").isNotNull();
        assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION);
        return error.problems();
    }
}
