package io.mnemolite.deployment;

import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import io.mnemolite.deployment.slot.SlotServer;
import org.jspecify.annotations.Nullable;

/** The servers of both slots. */
final class Slots implements AutoCloseable {

    private final SlotServer blue;
    private final SlotServer green;

    Slots(DeploymentRoot root, DeploymentSettings settings, @Nullable String apiKey) {
        this.blue = server(root, settings, apiKey, Slot.BLUE);
        this.green = server(root, settings, apiKey, Slot.GREEN);
    }

    private static SlotServer server(
            DeploymentRoot root, DeploymentSettings settings, @Nullable String apiKey, Slot slot) {
        SlotHome home = new SlotHome(root.slot(slot));
        int port = settings.port(slot);
        return new SlotServer(home, new SlotProcess(home, port), new SlotClient(port, apiKey));
    }

    SlotServer of(Slot slot) {
        return slot == Slot.BLUE ? blue : green;
    }

    @Override
    public void close() {
        blue.client().close();
        green.client().close();
    }
}
