package io.mnemolite.deployment;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.balancer.HaproxyBalancer;
import io.mnemolite.deployment.balancer.HaproxySocket;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a deployer finds on its machine beside the root.
 *
 * @param apiKey what protected servers want to be shown
 * @param backups of a root with these settings
 * @param warnings hears sentences that end nothing
 */
public record Host(
        @Nullable String apiKey,
        BiFunction<DeploymentRoot, DeploymentSettings, Backups> backups,
        Consumer<String> warnings) {

    Balancer balancer(DeploymentRoot root, DeploymentSettings settings) {
        return new HaproxyBalancer(
                new HaproxySocket(settings.haproxySocket()), settings.haproxyBackend(), root.haproxyState());
    }
}
