package io.mnemolite.cli.home;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of the local server: option, {@code MNEMOLITE_HOME}, {@code ~/.mnemolite}. */
public final class Home {

    private Home() {}

    public static Path of(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return option.toAbsolutePath();
        }
        String variable = environment.getOrDefault("MNEMOLITE_HOME", "");
        if (!variable.isBlank()) {
            return Path.of(variable).toAbsolutePath();
        }
        // As the shell and the server read it; user.home comes from the user database and may be another.
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home, ".mnemolite")
                .toAbsolutePath();
    }
}
