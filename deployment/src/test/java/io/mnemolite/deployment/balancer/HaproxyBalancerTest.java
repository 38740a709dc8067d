package io.mnemolite.deployment.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.plan.Slot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaproxyBalancerTest {

    @TempDir
    Path directory;

    private SimulatedHaproxy haproxy;
    private HaproxyBalancer balancer;

    @BeforeEach
    void start() throws IOException {
        haproxy = new SimulatedHaproxy(directory.resolve("socket"));
        balancer = new HaproxyBalancer(haproxy.socket(), "mnemolite", directory.resolve("haproxy.state"));
    }

    @AfterEach
    void stop() throws IOException {
        haproxy.close();
    }

    @Test
    void route_oneSlot_isOneCommandAndIsWrittenDown() {
        assertThat(balancer.routed()).isEmpty();

        balancer.route(Slot.GREEN);

        assertThat(balancer.routed()).contains(Slot.GREEN);
        assertThat(haproxy.commands())
                .contains("set server mnemolite/green state ready; set server mnemolite/blue state drain");
        assertThat(directory.resolve("haproxy.state"))
                .content()
                .contains("blue 127.0.0.1 2 8")
                .contains("green 127.0.0.1 2 0");
    }

    @Test
    void routed_idleSlotDisabledOrDrained_isTheOther() {
        balancer.disable(Slot.BLUE);
        assertThat(balancer.routed()).contains(Slot.GREEN);

        balancer.drain(Slot.GREEN);
        assertThat(balancer.routed()).isEmpty();
    }

    @Test
    void traffic_ofAServer_countsAnswersAndErrors() {
        assertThat(balancer.traffic(Slot.BLUE)).isEqualTo(new ServerTraffic(3, 100, 11, true));
        assertThat(balancer.traffic(Slot.GREEN)).isEqualTo(new ServerTraffic(0, 0, 0, true));
    }

    @Test
    void traffic_failingCheck_isNotHealthy() {
        haproxy.check("L4CON");
        assertThat(balancer.traffic(Slot.BLUE).isHealthy()).isFalse();

        haproxy.check("* L7OK");
        assertThat(balancer.traffic(Slot.BLUE).isHealthy()).isTrue();
    }

    @Test
    void watch_slotInMaintenance_isHealthyOnlyAfterANewCheck() {
        balancer.disable(Slot.GREEN);

        balancer.watch(Slot.GREEN);

        assertThat(balancer.routed()).contains(Slot.BLUE);
        assertThat(balancer.traffic(Slot.GREEN).isHealthy())
                .as("the check is older")
                .isFalse();
        assertThat(balancer.traffic(Slot.GREEN).isHealthy()).isTrue();
    }

    @Test
    void watch_slotThatServes_goesOnServing() {
        balancer.route(Slot.BLUE);

        balancer.watch(Slot.BLUE);

        assertThat(balancer.routed()).contains(Slot.BLUE);
        assertThat(haproxy.interruptions()).isZero();
    }

    @Test
    void route_haproxyDoesNotObey_fails() {
        haproxy.deafen();

        assertThatThrownBy(() -> balancer.route(Slot.BLUE)).hasMessageContaining("to blue alone and does not");
    }

    /** The switch itself is done by then, and the next run of the deployer finds it so. */
    @Test
    void route_stateFileIsAFolder_saysWhatARestartWouldForget() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("haproxy.state"));

        assertThatThrownBy(() -> balancer.route(Slot.BLUE))
                .hasMessageStartingWith("HAProxy's state cannot be written to " + folder + " (")
                .hasMessageEndingWith(
                        "so a restart of HAProxy would forget where requests go. Make the file writable.");
        assertThat(balancer.routed()).contains(Slot.BLUE);
    }

    @Test
    void slotThatHaproxyDoesNotKnow_isNamed() {
        haproxy.forget("green");

        assertThatThrownBy(() -> balancer.route(Slot.GREEN))
                .hasMessageContaining("refuses 'set server mnemolite/green state ready")
                .hasMessageContaining("No such server.");
        assertThatThrownBy(balancer::routed)
                .hasMessageContaining("knows no server green in a backend mnemolite")
                .hasMessageContaining("deploy/haproxy/haproxy.cfg");
    }

    @Test
    void ask_addressWithAPort_isAskedOverTcp() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked =
                    CompletableFuture.supplyAsync(() -> answerOne(listener, "Name: HAProxy\n\n"));

            String answer = new HaproxySocket("127.0.0.1:" + listener.getLocalPort()).ask("show info");

            assertThat(answer).isEqualTo("Name: HAProxy");
            assertThat(asked.join()).isEqualTo("show info");
        }
    }

    @Test
    void traffic_answerWithoutATable_namesWhatIsMissing() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> answerOne(listener, "\n"));
            String address = "127.0.0.1:" + listener.getLocalPort();
            HaproxyBalancer other =
                    new HaproxyBalancer(new HaproxySocket(address), "mnemolite", directory.resolve("haproxy.state"));

            assertThatThrownBy(() -> other.traffic(Slot.BLUE))
                    .hasMessageStartingWith("HAProxy at " + address
                            + " knows no server blue in a backend mnemolite; its configuration");
            assertThat(asked.join()).startsWith("show stat");
        }
    }

    private static String answerOne(ServerSocket listener, String answer) {
        try (Socket client = listener.accept()) {
            String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ask_nobodyThere_saysWhatToDo() throws IOException {
        haproxy.close();

        assertThatThrownBy(balancer::routed)
                .hasMessageContaining("HAProxy does not answer at " + directory.resolve("socket"))
                .hasMessageContaining("deploy/haproxy/haproxy.cfg");
    }

    @Test
    void since_restartOfHaproxy_countsFromZero() {
        ServerTraffic before = new ServerTraffic(1, 100, 10, true);

        assertThat(new ServerTraffic(2, 150, 15, true).since(before)).isEqualTo(new ServerTraffic(2, 50, 5, true));
        assertThat(new ServerTraffic(2, 20, 1, true).since(before)).isEqualTo(new ServerTraffic(2, 20, 1, true));
        assertThat(new ServerTraffic(0, 0, 3, true).errorRate()).isEqualTo(1);
    }
}
