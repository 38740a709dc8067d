package io.mnemolite.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import io.mnemolite.embedding.onnx.NativeLibraries.NativePlatform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeLibrariesTest {

    @ParameterizedTest
    @EnumSource
    void everyPlatform_hasBothLibraries(NativePlatform platform) {
        String suffix = platform == NativePlatform.MACOS_ARM64 ? ".dylib" : ".so";

        assertThat(resource("/ai/onnxruntime/native/" + platform.onnxRuntimeName() + "/libonnxruntime" + suffix))
                .isNotNull();
        assertThat(resource("/ai/onnxruntime/native/" + platform.onnxRuntimeName() + "/libonnxruntime4j_jni" + suffix))
                .isNotNull();
        assertThat(resource("/native/lib/" + platform.tokenizerName() + "/cpu/libtokenizers" + suffix))
                .isNotNull();
    }

    /** From some version on, ONNX Runtime reports its use to this host, on Linux and macOS too. */
    @Test
    void onnxRuntime_knowsNoTelemetryHost() throws IOException {
        String library = "/ai/onnxruntime/native/" + NativePlatform.LINUX_X64.onnxRuntimeName() + "/libonnxruntime.so";
        try (InputStream in = Objects.requireNonNull(OrtEnvironment.class.getResourceAsStream(library))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("events.data.microsoft"))
                    .isFalse();
        }
    }

    @Test
    void of_namesTheRunningPlatform() {
        assertThat(NativePlatform.of("Linux", "amd64")).isEqualTo(NativePlatform.LINUX_X64);
        assertThat(NativePlatform.of("Linux", "aarch64")).isEqualTo(NativePlatform.LINUX_ARM64);
        assertThat(NativePlatform.of("Mac OS X", "aarch64")).isEqualTo(NativePlatform.MACOS_ARM64);
    }

    @Test
    void of_anUnsupportedPlatform_namesItAndTheWayOut() {
        assertThatThrownBy(() -> NativePlatform.of("Mac OS X", "x86_64"))
                .hasMessageContaining("Mac OS X x86_64")
                .hasMessageContaining("over HTTP");
    }

    private static Object resource(String name) {
        return Objects.requireNonNull(OrtEnvironment.class.getResource(name), name);
    }
}
