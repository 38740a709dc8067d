package io.mnemolite.server;

import io.quarkus.runtime.Quarkus;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * A request to stop takes the parts down before the JVM begins its own end. Otherwise its shutdown hooks run beside each
 * other, and that of ONNX Runtime frees what an embedding still uses, which ends the process with a crash.
 */
final class StopSignals {

    /** With what a shell reports of a process that the signal ended. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

    private StopSignals() {}

    /** By reflection: the JDK has no other way to handle signals than this class, and warns of its use. */
    static void handle() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> exit : EXIT_CODES.entrySet()) {
                Object stopping = Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                            Quarkus.asyncExit(exit.getValue());
                            return null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(exit.getKey()), stopping);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JDK has no signals.", e);
        }
    }
}
