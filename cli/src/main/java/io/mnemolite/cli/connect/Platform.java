package io.mnemolite.cli.connect;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where programs of an operating system keep their configuration. */
enum Platform {
    LINUX("Linux"),
    MACOS("macOS"),
    WINDOWS("Windows");

    private final String title;

    Platform(String title) {
        this.title = title;
    }

    static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return MACOS;
        }
        return name.startsWith("windows") ? WINDOWS : LINUX;
    }

    String title() {
        return title;
    }

    /** Where the client's file is for anybody, as people write it. */
    String written(Client client) {
        Map<String, String> anybody = Map.of("HOME", "~", "USERPROFILE", "%USERPROFILE%", "APPDATA", "%APPDATA%");
        String file = client.file(this, anybody).toString();
        return this == WINDOWS ? file.replace('/', '\\') : file;
    }

    /** The home directory. */
    Path home(Map<String, String> environment) {
        String variable = this == WINDOWS ? "USERPROFILE" : "HOME";
        String home = environment.getOrDefault(variable, environment.getOrDefault("HOME", ""));
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
    }

    /** Below which an application has its folder. */
    Path applications(Map<String, String> environment) {
        return switch (this) {
            case LINUX -> configuration(environment);
            case MACOS -> home(environment).resolve("Library").resolve("Application Support");
            case WINDOWS -> roaming(environment);
        };
    }

    /** As above, for programs that go by the conventions of Linux on macOS too. */
    Path configuration(Map<String, String> environment) {
        if (this == WINDOWS) {
            return roaming(environment);
        }
        String variable = this == LINUX ? environment.getOrDefault("XDG_CONFIG_HOME", "") : "";
        return variable.isBlank() ? home(environment).resolve(".config") : Path.of(variable);
    }

    private Path roaming(Map<String, String> environment) {
        String variable = environment.getOrDefault("APPDATA", "");
        return variable.isBlank() ? home(environment).resolve("AppData").resolve("Roaming") : Path.of(variable);
    }
}
