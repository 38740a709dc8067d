package io.mnemolite.e2e.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Archives of releases: this build under several versions, and some that are broken. */
final class Archives {

    private final Path directory;
    private final Path project =
            Path.of(System.getProperty("mnemolite.project")).toAbsolutePath().normalize();

    Archives(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** This build. */
    Path good(String version) throws IOException {
        fill(folder(version), "mnemolite");
        return pack(version);
    }

    /**
     * This build with a migration of its own after those that it has.
     *
     * @param psql PostgreSQL's program
     */
    Path migrating(String version, Path psql, String sql) throws IOException {
        Path folder = folder(version);
        fill(folder, "mnemolite-of-this-build");
        Path launcher = folder.resolve("mnemolite-of-this-build");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("later.sql"), sql);
        Files.writeString(folder.resolve("mnemolite"), """
                #!/bin/sh
                here=$(dirname "$0")
                if [ "$1" = migrate ]; then
                  "$here/mnemolite-of-this-build" "$@" || exit
                  exec '%s' "$DATABASE_URL" -q -v ON_ERROR_STOP=1 -f "$here/later.sql"
                fi
                exec "$here/mnemolite-of-this-build" "$@"
                """.formatted(psql));
        return pack(version);
    }

    /** A release whose server lives, and answers its health check in this way. */
    Path ill(String version, String illness) throws IOException {
        return broken(version, """
                case "$1 $3" in migrate*|*train) exit 0 ;; esac
                exec '%s' -cp '%s' io.mnemolite.e2e.drill.IllServer %s "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        // Alone: of a long command line the JDK shows no arguments, by which a slot's process is found.
                        IllServer.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        illness));
    }

    private void fill(Path folder, String launcher) throws IOException {
        Files.copy(project.resolve("mnemolite"), folder.resolve(launcher));
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.copy(project.resolve(".mvn/find-jdk.sh"), lib.resolve("find-jdk.sh"));
        Files.createSymbolicLink(lib.resolve("server"), project.resolve("server/target/quarkus-app"));
        Path cli = Files.createDirectories(lib.resolve("cli"));
        Path jar = jar(project.resolve("cli/target"));
        Files.createSymbolicLink(cli.resolve(jar.getFileName()), jar);
        Files.createSymbolicLink(cli.resolve("lib"), project.resolve("cli/target/lib"));
    }

    /** The command line program in a folder of its build. */
    static Path jar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("mnemolite-cli-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launcher that does this, instead of this build. */
    Path broken(String version, String script) throws IOException {
        Path folder = folder(version);
        Files.writeString(folder.resolve("mnemolite"), "#!/bin/sh\n" + script + "\n");
        return pack(version);
    }

    private Path folder(String version) throws IOException {
        return Files.createDirectories(directory.resolve("mnemolite-" + version));
    }

    private Path pack(String version) {
        String name = "mnemolite-" + version;
        Path archive = directory.resolve(name + ".tar.gz");
        try {
            Files.setPosixFilePermissions(
                    directory.resolve(name).resolve("mnemolite"), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Path log = directory.resolve("output.log");
        Processes.run(
                List.of(
                        "tar",
                        "-C",
                        directory.toString(),
                        "-chf",
                        archive.resolveSibling("plain.tar").toString(),
                        name),
                log);
        try (InputStream plain = Files.newInputStream(archive.resolveSibling("plain.tar"));
                OutputStream packed = new Stored(Files.newOutputStream(archive))) {
            plain.transferTo(packed);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Processes.run(
                List.of(
                        "sh",
                        "-c",
                        "cd '" + directory + "' && rm -r plain.tar " + name + " && sha256sum " + name + ".tar.gz > "
                                + name + ".tar.gz.sha256"),
                log);
        return archive;
    }

    /** Jars are not worth the time to compress them again. */
    private static final class Stored extends GZIPOutputStream {

        Stored(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
