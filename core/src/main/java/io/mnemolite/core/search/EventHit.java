package io.mnemolite.core.search;

import io.mnemolite.core.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event that was found.
 *
 * @param distance the L2 distance between the query's and the event's vector; null outside the vector channel
 * @param explanation null unless asked for
 */
public record EventHit(
        Event event, @Nullable Double distance, @Nullable HitExplanation explanation) {}
