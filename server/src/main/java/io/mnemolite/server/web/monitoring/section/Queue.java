package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.server.web.text.ShownText;
import org.jspecify.annotations.Nullable;

/**
 * Texts that get a vector.
 *
 * @param made how many have one
 * @param percent the share of them, as a width
 * @param failure why no vector can be made at the moment; null when they can
 */
public record Queue(
        long wanted,
        long awaited,
        long made,
        String percent,
        @Nullable ShownText failure) {

    /** @param failure null when vectors can be made */
    public static Queue of(long wanted, long awaited, @Nullable String failure) {
        long all = Math.max(wanted, awaited);
        return new Queue(
                all,
                awaited,
                all - awaited,
                (all == 0 ? 100 : 100 * (all - awaited) / all) + "%",
                failure == null ? null : ShownText.beginning(failure, 300));
    }
}
