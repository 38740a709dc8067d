package io.mnemolite.server.wiring;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.ConfigurationException;
import io.mnemolite.server.home.Home;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The one composition of this process. It is built while Quarkus boots, since either takes about as long. */
public final class Started {

    private static volatile @Nullable CompletableFuture<Composition> pending;

    private Started() {}

    /** Begins to build the parts and to open the store. */
    public static void begin(Configuration configuration, Home home) {
        CompletableFuture<Composition> future = new CompletableFuture<>();
        pending = future;
        Thread.ofPlatform().name("composition").start(() -> {
            try {
                Composition composition = Composition.build(configuration, home);
                try {
                    composition.start();
                } catch (RuntimeException e) {
                    composition.close();
                    throw e;
                }
                future.complete(composition);
            } catch (MnemoliteException e) {
                // Expected, so one sentence. Halted, since an exit would wait for a boot that waits for these parts.
                System.err.println(e.sentence());
                System.err.flush();
                Runtime.getRuntime().halt(e.code() == ErrorCode.CONFIGURATION ? ConfigurationException.EXIT_CODE : 1);
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
    }

    /** The parts; waits for them, and throws what kept them from starting. */
    public static Composition composition() {
        CompletableFuture<Composition> future = pending;
        if (future == null) {
            throw new IllegalStateException("The server is started by Main");
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
