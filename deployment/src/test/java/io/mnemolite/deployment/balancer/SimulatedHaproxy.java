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
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The runtime socket as HAProxy 2.6 speaks it, with the servers of one backend. */
public final class SimulatedHaproxy implements AutoCloseable {

    private final ServerSocketChannel socket;
    private final Path path;
    private final Map<String, Integer> adminStates = new TreeMap<>(Map.of("blue", 0, "green", 0));
    private final List<String> commands = new CopyOnWriteArrayList<>();
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

    /** What its check of blue says, as HAProxy writes it. */
    public void check(String status) {
        check = status;
    }

    /** From now on it answers, but changes nothing. */
    public void deafen() {
        deaf = true;
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
                adminStates.put(
                        name,
                        switch (words[4]) {
                            case "ready" -> 0;
                            case "drain" -> 8;
                            default -> 1;
                        });
            }
            return "";
        }
        return command.startsWith("show servers state") ? states() : statistics();
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
        return "# pxname,svname,qcur,scur,econ,eresp,check_status,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,"
                + "hrsp_other,\nmnemolite,blue,1,2,3,4," + check + ",0,90,1,5,4,0,\nmnemolite,green,0,0,,,,,,,,,,\n";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
