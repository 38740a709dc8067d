package io.mnemolite.deployment.balancer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The runtime socket as HAProxy 2.6 speaks it, with the servers of one backend. A server that leaves maintenance shows its
 * last good check with a count of 1 of 10, until it is checked again: when it has been looked at once. Blue has requests
 * under way as long as it gets some.
 */
public final class SimulatedHaproxy implements AutoCloseable {

    private final ServerSocketChannel socket;
    private final Path path;
    private final Map<String, Integer> adminStates = new TreeMap<>(Map.of("blue", 0, "green", 0));
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<String> unchecked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger interruptions = new AtomicInteger();
    private volatile String check = "L7OK";
    private volatile boolean deaf;

    public SimulatedHaproxy(Path path) throws IOException {
        this.path = path;
        this.socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(this::serve);
    }

    HaproxySocket socket() {
        return new HaproxySocket(path.toString());
    }

    /** Everything it was asked. */
    public List<String> commands() {
        return commands;
    }

    /** How often it was told to send requests to nobody. */
    public int interruptions() {
        return interruptions.get();
    }

    /** What its check of blue says, as HAProxy writes it. */
    public void check(String status) {
        check = status;
    }

    /** From now on it answers, but changes nothing. */
    public void deafen() {
        deaf = true;
    }

    /** As if the configuration had no such server. */
    void forget(String name) {
        adminStates.remove(name);
    }

    private void serve() {
        try {
            while (true) {
                try (SocketChannel client = socket.accept()) {
                    BufferedReader reader = new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
                    String line = String.valueOf(reader.readLine());
                    commands.add(line);
                    StringBuilder answer = new StringBuilder();
                    for (String command : line.split("; ", -1)) {
                        answer.append(answer(command)).append('\n');
                    }
                    client.write(ByteBuffer.wrap(answer.toString().getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (ClosedChannelException e) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String command) {
        String[] words = command.split(" ", -1);
        if (command.startsWith("set server")) {
            String name = words[2].substring(words[2].indexOf('/') + 1);
            if (!adminStates.containsKey(name)) {
                return "No such server.";
            }
            if (!deaf) {
                change(name, words[4]);
            }
            return "";
        }
        return command.startsWith("show servers state") ? states() : statistics();
    }

    private void change(String name, String state) {
        boolean wasServed = adminStates.containsValue(0);
        int before = adminStates.getOrDefault(name, 0);
        int after = switch (state) {
            case "ready" -> 0;
            case "drain" -> 8;
            default -> 1;
        };
        adminStates.put(name, after);
        if (before == 1 && after != 1) {
            unchecked.add(name);
        }
        if (wasServed && !adminStates.containsValue(0)) {
            interruptions.incrementAndGet();
        }
    }

    private String states() {
        StringBuilder table = new StringBuilder(
                "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state" + " srv_admin_state srv_uweight\n");
        adminStates.forEach((name, state) -> table.append("3 mnemolite 1 ")
                .append(name)
                .append(" 127.0.0.1 2 ")
                .append(state)
                .append(" 1\n"));
        return table.toString();
    }

    private String statistics() {
        boolean isReady = adminStates.getOrDefault("blue", 0) == 0;
        String table =
                "# pxname,svname,qcur,scur,econ,eresp,check_status,check_rise,check_fall,check_health,hrsp_1xx,hrsp_2xx,"
                        + "hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,\nmnemolite,blue," + (isReady ? "1,2" : "0,0")
                        + ",3,4," + check + ",1,10,"
                        + health("blue") + ",0,90,1,5,4,0,\nmnemolite,green,0,0,,,L7OK,1,10," + health("green")
                        + ",,,,,,,\n";
        unchecked.clear();
        return table;
    }

    private int health(String name) {
        return unchecked.contains(name) ? 1 : 10;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
