package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.mnemolite.e2e.RawHttp;
import io.mnemolite.e2e.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kubernetes manifests are ones of its API, agree with each other, and name what the server has. */
class KubernetesManifestsTest {

    private static final String NAMESPACE = "POD_NAMESPACE";
    private static final String HOME = "/var/lib/mnemolite";

    static Stream<Overlay> overlays() {
        return Stream.of(Overlay.base(), Overlay.named("development"), Overlay.named("production"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void rollout_neverTakesAPodBeforeAnotherIsReady(Overlay overlay) {
        Deployment deployment = overlay.one(Deployment.class);

        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isZero();
        assertThat(deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal())
                .isPositive();
        Probe startup = container(deployment).getStartupProbe();
        assertThat(deployment.getSpec().getProgressDeadlineSeconds())
                .isGreaterThan(startup.getPeriodSeconds() * startup.getFailureThreshold());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void probes_askRoutesOfTheServerWithoutKey(Overlay overlay) {
        Set<String> routes = new TreeSet<>();
        SharedServer.http()
                .get("/openapi.json")
                .json()
                .path("paths")
                .fieldNames()
                .forEachRemaining(routes::add);
        Container container = container(overlay.one(Deployment.class));

        assertThat(path(container.getLivenessProbe())).isEqualTo("/liveness").isIn(routes);
        assertThat(path(container.getReadinessProbe())).isEqualTo("/readiness").isIn(routes);
        assertThat(path(container.getStartupProbe())).isEqualTo("/readiness").isIn(routes);
        RawHttp raw = new RawHttp(SharedServer.http());
        // As the kubelet calls them: by an address that is in no list of allowed hosts.
        for (Probe probe : probes(container)) {
            String line = "GET " + probe.getHttpGet().getPath() + " HTTP/1.1";
            assertThat(RawHttp.status(raw.exchange("", line, "Host: 10.1.2.3:8001")))
                    .isEqualTo(200);
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void end_leavesTimeForEndpointsToBeWithdrawn(Overlay overlay) {
        PodSpec pod = pod(overlay.one(Deployment.class));
        long preStop = container(overlay.one(Deployment.class))
                .getLifecycle()
                .getPreStop()
                .getSleep()
                .getSeconds();

        assertThat(preStop).isBetween(5L, 30L);
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(preStop + 30);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void pod_hasNoRights(Overlay overlay) {
        PodSpec pod = pod(overlay.one(Deployment.class));
        Container container = container(overlay.one(Deployment.class));

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup())
                .isEqualTo(imageUser());
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getHostNetwork()).isNull();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatIsWritten_liesOnVolumesThatEndWithThePod(Overlay overlay) {
        PodSpec pod = pod(overlay.one(Deployment.class));
        Container container = container(overlay.one(Deployment.class));

        assertThat(container.getVolumeMounts())
                .extracting(mount -> mount.getMountPath())
                .containsExactlyInAnyOrder(HOME, "/tmp");
        assertThat(container.getVolumeMounts())
                .extracting(mount -> mount.getName())
                .containsExactlyInAnyOrderElementsOf(pod.getVolumes().stream()
                        .map(volume -> volume.getName())
                        .toList());
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null);
        assertThat(environment(container)).containsEntry("MNEMOLITE_HOME", HOME);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void environment_namesOptionsAndKeysOfTheSecret(Overlay overlay) {
        Container container = container(overlay.one(Deployment.class));
        Secret example = (Secret) Manifests.typed(ProjectFiles.tree("deploy/kubernetes/secret.example.yaml"));

        assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
        // It is there for the value of another one.
        assertThat(ProjectFiles.environmentNames())
                .containsAll(container.getEnv().stream()
                        .map(EnvVar::getName)
                        .filter(name -> !name.equals(NAMESPACE))
                        .toList());
        Map<String, String> secret = Map.of("DATABASE_URL", "database-url", "MNEMOLITE_API_KEY", "api-key");
        secret.forEach((name, key) -> {
            EnvVar variable = container.getEnv().stream()
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(variable.getValue()).isNull();
            assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                    .isEqualTo(example.getMetadata().getName());
            assertThat(variable.getValueFrom().getSecretKeyRef().getKey()).isEqualTo(key);
        });
        assertThat(example.getStringData().keySet()).containsExactlyInAnyOrderElementsOf(secret.values());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void ports_agree(Overlay overlay) {
        Container container = container(overlay.one(Deployment.class));
        Service service = overlay.one(Service.class);

        assertThat(container.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(environment(container))
                    .containsEntry("MNEMOLITE_HTTP_PORT", Integer.toString(port.getContainerPort()))
                    .containsEntry("MNEMOLITE_HTTP_HOST", "0.0.0.0");
        });
        assertThat(service.getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
        String name = service.getMetadata().getName();
        String qualified = name + ".$(" + NAMESPACE + ")";
        assertThat(environment(container)
                        .getOrDefault("MNEMOLITE_ALLOWED_HOSTS", "")
                        .split(",", -1))
                .as("every name by which the cluster's DNS knows the service")
                .containsExactly(name, qualified, qualified + ".svc", qualified + ".svc.cluster.local");
        List<String> order = container.getEnv().stream().map(EnvVar::getName).toList();
        assertThat(order.indexOf(NAMESPACE)).isBetween(0, order.indexOf("MNEMOLITE_ALLOWED_HOSTS"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void selectors_findThePods(Overlay overlay) {
        Deployment deployment = overlay.one(Deployment.class);
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(overlay.one(Service.class).getSpec().getSelector()).isEqualTo(labels);
        assertThat(overlay.one(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(labels);
        assertThat(overlay.all(PodDisruptionBudget.class))
                .allSatisfy(budget -> assertThat(budget.getSpec().getSelector().getMatchLabels())
                        .isEqualTo(labels));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void disruptionBudget_leavesAPodThatMayGo(Overlay overlay) {
        int replicas = overlay.one(Deployment.class).getSpec().getReplicas();

        assertThat(overlay.all(PodDisruptionBudget.class))
                .hasSize(replicas > 1 ? 1 : 0)
                .allSatisfy(
                        budget -> assertThat(budget.getSpec().getMinAvailable().getIntVal())
                                .isBetween(1, replicas - 1));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void memory_holdsTheHeapAndAsMuchAgain(Overlay overlay) {
        Container container = container(overlay.one(Deployment.class));
        double heap = bytes(environment(container).getOrDefault("MNEMOLITE_HEAP", ""));
        double requested = memory(container.getResources().getRequests());
        double limit = memory(container.getResources().getLimits());

        assertThat(requested).isGreaterThan(heap).isLessThanOrEqualTo(limit);
        assertThat(limit).isGreaterThanOrEqualTo(2 * heap);
    }

    @Test
    void image_ofEachOverlay_isOfThisVersion() {
        for (String name : List.of("development", "production")) {
            assertThat(container(Overlay.named(name).one(Deployment.class)).getImage())
                    .isEqualTo("mnemolite:" + ProjectFiles.version());
        }
    }

    @Test
    void unknownField_isNotTaken() {
        JsonNode deployment = ProjectFiles.tree("deploy/kubernetes/base/deployment.yaml");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("readinesProbe", "x");

        assertThatThrownBy(() -> Manifests.typed(deployment)).hasMessageContaining("readinesProbe");
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container container(Deployment deployment) {
        assertThat(pod(deployment).getContainers()).hasSize(1);
        return pod(deployment).getContainers().getFirst();
    }

    private static List<Probe> probes(Container container) {
        return List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe());
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath().replaceFirst("\\?.*", "");
    }

    private static Map<String, String> environment(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    /** Of the JVM's notation, such as 512m. */
    private static double bytes(String heap) {
        return Quantity.parse(heap.replace("m", "Mi").replace("g", "Gi"))
                .getNumericalAmount()
                .doubleValue();
    }

    private static double memory(Map<String, Quantity> resources) {
        return resources
                .getOrDefault("memory", new Quantity("0"))
                .getNumericalAmount()
                .doubleValue();
    }

    private static String imageUser() {
        return ProjectFiles.all(ProjectFiles.text("server/pom.xml"), "<user>(.*)</user>")
                .iterator()
                .next();
    }
}
