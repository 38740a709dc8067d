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
        return variable.isBlank()
                ? Path.of(System.getProperty("user.home"), ".mnemolite")
                : Path.of(variable).toAbsolutePath();
    }
}
