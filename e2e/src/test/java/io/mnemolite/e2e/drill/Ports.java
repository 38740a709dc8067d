package io.mnemolite.e2e.drill;

import io.mnemolite.e2e.LocalServers;

/** Of the balancer and of both slots. */
record Ports(int front, int blue, int green) {

    static Ports free() {
        return new Ports(LocalServers.freePort(), LocalServers.freePort(), LocalServers.freePort());
    }
}
