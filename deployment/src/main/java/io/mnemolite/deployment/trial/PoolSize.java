package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How many connections to PostgreSQL a server keeps.
 *
 * @param size kept open
 * @param overflow opened beyond it while all are busy
 */
record PoolSize(int size, int overflow) {

    private static final String SIZE = "pool.size";
    private static final String OVERFLOW = "pool.overflow";

    /** What a server has by these settings: their own figures, else those of their profile. */
    static PoolSize configured(Properties settings) {
        PoolSize profile =
                switch (settings.getProperty("profile", "development").strip()) {
                    case "production" -> new PoolSize(20, 10);
                    case "test" -> new PoolSize(5, 2);
                    default -> new PoolSize(10, 5);
                };
        return new PoolSize(number(settings, SIZE, profile.size()), number(settings, OVERFLOW, profile.overflow()));
    }

    private static int number(Properties settings, String name, int otherwise) {
        String text = settings.getProperty(name, "").strip();
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw DeploymentFailure.invalid(
                    "'" + text + "' in server.properties is no value for " + name + "; it takes a whole number.");
        }
    }

    /** A quarter, half and twice of it, without those that are the same. */
    List<PoolSize> neighbours() {
        return Stream.of(times(0.25), times(0.5), times(2))
                .distinct()
                .filter(other -> !other.equals(this))
                .toList();
    }

    private PoolSize times(double factor) {
        return new PoolSize((int) Math.max(1, Math.round(size * factor)), (int) Math.round(overflow * factor));
    }

    /** As a server is told. */
    Map<String, String> settings() {
        return Map.of(SIZE, Integer.toString(size), OVERFLOW, Integer.toString(overflow));
    }

    @Override
    public String toString() {
        return size + " + " + overflow;
    }
}
