package io.mnemolite.deployment.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of the serving release.
 *
 * @param id unique within the journal
 * @param release the version that shall serve
 * @param slot where it shall run
 * @param before what served when it began; null for the first
 */
public record Deployment(
        String id,
        Mode mode,
        String release,
        Slot slot,
        @Nullable Serving before) {

    /** What served when it began. */
    public Optional<Serving> servedBefore() {
        return Optional.ofNullable(before);
    }
}
