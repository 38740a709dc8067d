package io.mnemolite.cli.home;

import io.mnemolite.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key that a protected server asks for: the first line of a file, or {@code MNEMOLITE_API_KEY}. */
public final class ApiKey {

    private ApiKey() {}

    /** Null when none is given. */
    public static @Nullable String of(@Nullable Path file, Map<String, String> environment) {
        if (file == null) {
            String variable = environment.getOrDefault("MNEMOLITE_API_KEY", "").strip();
            return variable.isEmpty() ? null : checked(variable, "MNEMOLITE_API_KEY");
        }
        try {
            return checked(Files.readString(file).strip(), "the file " + file);
        } catch (IOException e) {
            throw CommandFailure.usage("The API key file " + file + " cannot be read (" + e + ").");
        }
    }

    private static String checked(String key, String source) {
        if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw CommandFailure.usage("The API key in " + source
                    + " is empty or holds characters that a header cannot carry; it must be one line of ASCII.");
        }
        return key;
    }
}
