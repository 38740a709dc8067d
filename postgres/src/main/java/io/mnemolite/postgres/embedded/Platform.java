package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The kind of machine, as far as it decides which programs run on it.
 *
 * @param name as in directory names, for instance {@code linux-amd64}
 * @param archives names of the archives that run here, best first; empty when there is none
 */
record Platform(String name, List<String> archives) {

    Platform {
        archives = List.copyOf(archives);
    }

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), usesMusl());
    }

    static Platform of(String system, String architecture, boolean musl) {
        String arch = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> architecture.toLowerCase(Locale.ROOT);
        };
        String archiveArch = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "arm_64" : "";
        String lowerSystem = system.toLowerCase(Locale.ROOT);
        if (lowerSystem.startsWith("mac")) {
            // The archives for macOS hold universal programs: either one serves both architectures.
            return new Platform(
                    "macos-" + arch,
                    archiveArch.isEmpty()
                            ? List.of()
                            : List.of("postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz"));
        }
        if (lowerSystem.startsWith("linux")) {
            String flavour = musl ? "-alpine_linux" : "";
            return new Platform(
                    "linux-" + arch + (musl ? "-musl" : ""),
                    archiveArch.isEmpty() ? List.of() : List.of("postgres-linux-" + archiveArch + flavour + ".txz"));
        }
        return new Platform(lowerSystem.replaceAll("[^a-z0-9]+", "") + "-" + arch, List.of());
    }

    static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    /** Whether the C library is musl: its loader lies in /lib under a fixed name. */
    private static boolean usesMusl() {
        if (!Files.isDirectory(Path.of("/lib"))) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return loaders.iterator().hasNext() && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
