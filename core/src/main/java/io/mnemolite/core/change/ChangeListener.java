package io.mnemolite.core.change;

import java.util.Collection;

/**
 * Hears of changes after they are in the index, whoever made them. Must not throw and must not block.
 *
 * @param <I> identifies what changed
 */
public interface ChangeListener<I> {

    /** These changed. */
    void changed(Collection<I> ids);

    /** Anything may have changed. */
    void everythingChanged();
}
