package io.mnemolite.deployment.balancer;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.root.FileWrites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HAProxy with both slots as servers of one backend. After each change its servers' state is written to a file that it
 * reads when it starts, so that a restart of HAProxy does not undo a switch.
 *
 * @param backend the backend's name; its servers are called {@code blue} and {@code green}
 * @param stateFile the {@code server-state-file} of HAProxy's configuration
 */
public record HaproxyBalancer(HaproxySocket socket, String backend, Path stateFile) implements Balancer {

    /** The bits of {@code srv_admin_state} that mean maintenance, whoever asked for it. */
    private static final int IN_MAINTENANCE = 0x27;

    @Override
    public Optional<Slot> routed() {
        List<Slot> ready = Arrays.stream(Slot.values())
                .filter(slot -> adminState(slot) == 0)
                .toList();
        return ready.size() == 1 ? Optional.of(ready.getFirst()) : Optional.empty();
    }

    @Override
    public void route(Slot slot) {
        // One line: HAProxy runs both before it looks at the next request.
        change(set(slot, "ready") + "; " + set(slot.other(), "drain"));
        if (!routed().equals(Optional.of(slot))) {
            throw DeploymentFailure.failed("HAProxy at " + socket.address() + " was told to send requests to "
                    + slot.lowerName() + " alone and does not; see its log, and: show servers state " + backend + ".");
        }
    }

    @Override
    public void watch(Slot slot) {
        if ((adminState(slot) & IN_MAINTENANCE) != 0) {
            drain(slot);
        }
    }

    @Override
    public void drain(Slot slot) {
        change(set(slot, "drain"));
    }

    @Override
    public void disable(Slot slot) {
        change(set(slot, "maint"));
    }

    @Override
    public ServerTraffic traffic(Slot slot) {
        Map<String, String> row = rows(ask("show stat -1 4 -1"), ",").stream()
                .filter(server ->
                        backend.equals(server.get("pxname")) && slot.lowerName().equals(server.get("svname")))
                .findFirst()
                .orElseThrow(() -> missing(slot));
        long responses = Stream.of("1xx", "2xx", "3xx", "4xx", "5xx", "other")
                .mapToLong(kind -> number(row, "hrsp_" + kind))
                .sum();
        return new ServerTraffic(
                number(row, "scur") + number(row, "qcur"),
                responses,
                number(row, "hrsp_5xx") + number(row, "econ") + number(row, "eresp"),
                isHealthy(row));
    }

    /**
     * A check under way shows a star before the result of the one before it. After maintenance HAProxy shows a result from
     * before it, with a count from which one failed check is enough to give the slot up; only a full count is news.
     */
    private static boolean isHealthy(Map<String, String> row) {
        String check = row.getOrDefault("check_status", "");
        boolean isFull = number(row, "check_health") >= number(row, "check_rise") + number(row, "check_fall") - 1;
        return check.isEmpty() || (isFull && check.matches("(\\* )?L[467]OKC?"));
    }

    private static long number(Map<String, String> row, String column) {
        String value = row.getOrDefault(column, "");
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private int adminState(Slot slot) {
        return Integer.parseInt(state(slot).getOrDefault("srv_admin_state", "0"));
    }

    private Map<String, String> state(Slot slot) {
        String answer = ask("show servers state " + backend);
        // The first line is the version of the format.
        return rows(answer.substring(answer.indexOf('\n') + 1), " ").stream()
                .filter(server -> slot.lowerName().equals(server.get("srv_name")))
                .findFirst()
                .orElseThrow(() -> missing(slot));
    }

    private String set(Slot slot, String state) {
        return "set server " + backend + "/" + slot.lowerName() + " state " + state;
    }

    private void change(String commands) {
        String answer = ask(commands);
        if (!answer.isEmpty()) {
            throw DeploymentFailure.failed("HAProxy at " + socket.address() + " refuses '" + commands + "': " + answer);
        }
        try {
            FileWrites.replace(stateFile, ask("show servers state") + "\n");
        } catch (IOException e) {
            throw DeploymentFailure.failed(
                    "HAProxy's state cannot be written to " + stateFile + " (" + e + "), so a restart of HAProxy would"
                            + " forget where requests go. Make the file writable.",
                    e);
        }
    }

    private String ask(String command) {
        try {
            return socket.ask(command);
        } catch (IOException e) {
            throw DeploymentFailure.failed(
                    "HAProxy does not answer at " + socket.address() + " (" + e.getMessage()
                            + "). Start it with deploy/haproxy/haproxy.cfg, or correct haproxy.socket in"
                            + " deployment.properties.",
                    e);
        }
    }

    private DeploymentFailure missing(Slot slot) {
        return DeploymentFailure.failed("HAProxy at " + socket.address() + " knows no server " + slot.lowerName()
                + " in a backend " + backend + "; its configuration must have both slots, as"
                + " deploy/haproxy/haproxy.cfg does.");
    }

    /** The rows of a table whose first line, after a {@code #}, names the columns. */
    private static List<Map<String, String>> rows(String table, String separator) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        String[] names = lines.getFirst().replaceFirst("^# *", "").split(separator, -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] values = line.split(separator, -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < Math.min(names.length, values.length); i++) {
                        row.put(names[i], values[i]);
                    }
                    return row;
                })
                .toList();
    }
}
