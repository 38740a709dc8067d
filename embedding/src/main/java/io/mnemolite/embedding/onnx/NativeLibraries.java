package io.mnemolite.embedding.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import ai.djl.util.Platform;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Loads the two native libraries of this package, once in a process, from files that are unpacked once.
 *
 * <p>Left alone, ONNX Runtime unpacks itself into the temporary directory at every start, and DJL into the user's home.
 * DJL would also ask cloud metadata addresses for its telemetry, download builds for a GPU, and unpack JNA to look for
 * one. So its classes find their library named already, are told that they are offline, and never get to look.
 */
final class NativeLibraries {

    private static boolean loaded;

    private NativeLibraries() {}

    /** Loads both, unpacking them below {@code runtimeDirectory}; does nothing when they are loaded. */
    static synchronized void load(Path runtimeDirectory) {
        if (loaded) {
            return;
        }
        NativePlatform platform = NativePlatform.current();
        Path directory = runtimeDirectory.resolve("native").resolve(platform.onnxRuntimeName());
        try {
            loadOnnxRuntime(platform, directory);
            loadTokenizer(platform, directory);
        } catch (LinkageError | AssertionError | RuntimeException e) {
            if (e instanceof MnemoliteException known) {
                throw known;
            }
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The native libraries of the embedding model could not be loaded from " + directory
                            + "; the directory must allow execution (no noexec mount) and the system needs glibc 2.28"
                            + " or later (Alpine has none); or use an embedding endpoint over HTTP.",
                    e);
        }
        loaded = true;
    }

    private static void loadOnnxRuntime(NativePlatform platform, Path directory) {
        for (String library : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
            String file = System.mapLibraryName(library);
            unpack(
                    OrtEnvironment.class,
                    "/ai/onnxruntime/native/" + platform.onnxRuntimeName() + "/" + file,
                    directory);
        }
        System.setProperty("onnxruntime.native.path", directory.toString());
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "mnemolite");
    }

    private static void loadTokenizer(NativePlatform platform, Path directory) {
        String file = System.mapLibraryName("tokenizers");
        Path library =
                unpack(TokenizersLibrary.class, "/native/lib/" + platform.tokenizerName() + "/cpu/" + file, directory);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", directory.resolveSibling("djl").toString());
        System.setProperty("RUST_LIBRARY_PATH", library.toString());
        // With this property set while the class is initialised, DJL looks for no GPU library; with it set later, it
        // would start a second JVM for that.
        System.setProperty("ai.djl.util.cuda.fork", "true");
        try {
            Class.forName("ai.djl.util.cuda.CudaUtils", true, Platform.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        } finally {
            System.clearProperty("ai.djl.util.cuda.fork");
        }
        // DJL finds its own description through the thread's class loader, which may be any.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LibUtils.class.getClassLoader());
        try {
            LibUtils.checkStatus();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path unpack(Class<?> beside, String resource, Path directory) {
        URL url = beside.getResource(resource);
        if (url == null) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The native library " + resource + " is not on the class path; use the complete distribution.");
        }
        return UnpackedFile.unpack(url, directory.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
    }

    /** The platforms for which both libraries are packed. */
    enum NativePlatform {
        LINUX_X64("linux-x64", "linux-x86_64"),
        LINUX_ARM64("linux-aarch64", "linux-aarch64"),
        MACOS_ARM64("osx-aarch64", "osx-aarch64");

        private final String onnxRuntimeName;
        private final String tokenizerName;

        NativePlatform(String onnxRuntimeName, String tokenizerName) {
            this.onnxRuntimeName = onnxRuntimeName;
            this.tokenizerName = tokenizerName;
        }

        String onnxRuntimeName() {
            return onnxRuntimeName;
        }

        String tokenizerName() {
            return tokenizerName;
        }

        static NativePlatform current() {
            return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        }

        static NativePlatform of(String system, String architecture) {
            boolean arm = architecture.equals("aarch64");
            boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
            String name = system.toLowerCase(Locale.ROOT);
            if (name.startsWith("linux") && (arm || intel)) {
                return arm ? LINUX_ARM64 : LINUX_X64;
            }
            if (name.startsWith("mac") && arm) {
                return MACOS_ARM64;
            }
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "No embedding model runs in this process on " + system + " " + architecture
                            + ", only on Linux (x86-64, ARM 64) and macOS (ARM 64); use an embedding endpoint over"
                            + " HTTP.");
        }
    }
}
