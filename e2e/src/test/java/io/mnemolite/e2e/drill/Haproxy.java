package io.mnemolite.e2e.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** HAProxy with a configuration that the product brings. */
final class Haproxy implements AutoCloseable {

    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/haproxy"), Path.of("/usr/local/sbin/haproxy"));

    private final Map<String, String> environment;
    private final Path configuration;
    private final Path output;
    private final int port;
    private Process process;

    /**
     * For the slots of a host.
     *
     * @param root of the deployment; exists
     */
    Haproxy(Path root, Ports ports) {
        this(root, ports, Path.of(System.getProperty("mnemolite.project"), "deploy", "haproxy", "haproxy.cfg"));
    }

    Haproxy(Path root, Ports ports, Path configuration) {
        this.configuration = configuration.toAbsolutePath().normalize();
        this.environment = Map.of(
                "MNEMOLITE_DEPLOYMENT", root.toString(),
                "MNEMOLITE_PORT", Integer.toString(ports.front()),
                "MNEMOLITE_BLUE_PORT", Integer.toString(ports.blue()),
                "MNEMOLITE_GREEN_PORT", Integer.toString(ports.green()));
        this.output = root.resolve("haproxy.log");
        this.port = ports.front();
        this.process = launch();
    }

    /** Ends it and starts it again, as a reboot does. */
    void restart() {
        Processes.stop(process);
        process = launch();
    }

    private Process launch() {
        Path program = PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The drill needs HAProxy. This installs it: sudo apt-get install -y haproxy"));
        Process started = Processes.start(
                List.of(program.toString(), "-db", "-f", configuration.toString()), environment, output);
        awaitPort(started);
        return started;
    }

    private void awaitPort(Process started) {
        while (started.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        throw new AssertionError("HAProxy ended:\n" + Processes.read(output));
    }

    @Override
    public void close() throws IOException {
        Processes.stop(process);
    }
}
