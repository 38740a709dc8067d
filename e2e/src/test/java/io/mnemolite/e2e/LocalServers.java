package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** Servers at ports chosen here, so that a client finds the next one at the address of the last. */
public final class LocalServers {

    public static final Map<String, String> MOCK = Map.of("EMBEDDING_MODE", "mock");

    private LocalServers() {}

    public static PackagedServer start(Path home) {
        return start(home, MOCK);
    }

    public static PackagedServer start(Path home, Map<String, String> environment, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--port";
        all[1] = Integer.toString(freePort());
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return PackagedServer.start(home, environment, all);
    }

    /** A port that nobody listened at a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
