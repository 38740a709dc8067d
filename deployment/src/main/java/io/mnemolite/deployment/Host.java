package io.mnemolite.deployment;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.balancer.HaproxyBalancer;
import io.mnemolite.deployment.balancer.HaproxySocket;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a deployer finds on its machine beside the root.
 *
 * @param backups of a root with these settings
 * @param warnings hears sentences that end nothing
 */
public record Host(BiFunction<DeploymentRoot, DeploymentSettings, Backups> backups, Consumer<String> warnings) {

    Balancer balancer(DeploymentRoot root, DeploymentSettings settings) {
        return new HaproxyBalancer(
                new HaproxySocket(settings.haproxySocket()), settings.haproxyBackend(), root.haproxyState());
    }
}
