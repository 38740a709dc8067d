package io.mnemolite.load.traffic;

import java.util.random.RandomGenerator;

/** What a supervisor and a scraper ask. */
final class Health {

    private Health() {}

    static Call health(RandomGenerator random) {
        return Call.get("/health");
    }

    static Call readiness(RandomGenerator random) {
        return Call.get("/readiness");
    }

    static Call metrics(RandomGenerator random) {
        return Call.get("/metrics");
    }
}
