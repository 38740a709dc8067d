package io.mnemolite.parsing.tree;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * A native library out of a jar: unpacked once, compared with its jar at each start, loaded for as long as the process
 * lives.
 *
 * <p>It is written beside its final name and renamed, so that a file under the final name is always whole, even when two
 * servers start at once or one is killed.
 */
@SuppressWarnings("restricted") // Native access is what this class is for.
record NativeLibrary(SymbolLookup symbols, Path file) {

    /** Loads the library {@code name}, such as {@code tree-sitter-java}, unpacking it into {@code directory}. */
    static NativeLibrary load(String name, Path directory) {
        String resource =
                "/lib/" + platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), name);
        byte[] library = read(resource);
        Path file = directory.resolve(resource.substring("/lib/".length()));
        try {
            unpack(library, file);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The file " + file + " could not be unpacked; check that the directory can be written to and that"
                            + " the disk is not full.",
                    e);
        }
        try {
            return new NativeLibrary(SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global()), file);
        } catch (IllegalArgumentException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The native library " + file + " could not be loaded; the directory must allow execution (no noexec"
                            + " mount) and the system needs glibc (Alpine has none).",
                    e);
        }
    }

    MemorySegment function(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "The native library " + file + " has no function " + name
                                + "; use the complete distribution."));
    }

    private static byte[] read(String resource) {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "The native library " + resource + " is not on the class path; use the complete distribution.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The native library " + resource
                            + " could not be read from its jar; use the complete distribution.",
                    e);
        }
    }

    private static void unpack(byte[] library, Path file) throws IOException {
        if (Files.isRegularFile(file)
                && Files.size(file) == library.length
                && Arrays.equals(Files.readAllBytes(file), library)) {
            return;
        }
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(directory, file.getFileName() + "-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(library);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The file's name within its jar for the platforms that were tried. */
    static String platform(String system, String architecture, String library) {
        boolean arm = architecture.equals("aarch64");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        String name = system.toLowerCase(Locale.ROOT);
        if (arm || intel) {
            String processor = arm ? "aarch64" : "x86_64";
            if (name.startsWith("linux")) {
                return processor + "-linux-gnu-" + library + ".so";
            }
            if (name.startsWith("mac")) {
                return processor + "-macos-" + library + ".dylib";
            }
        }
        throw new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "Source code cannot be parsed on " + system + " " + architecture
                        + ", only on Linux and macOS (x86-64, ARM 64).");
    }
}
