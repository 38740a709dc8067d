package io.mnemolite.core.change;

import java.util.Collection;

/**
 * Told of each write after its transaction, before the write is acknowledged, even when its outcome is unknown. Does not
 * throw.
 *
 * @param <I> identifies what was written
 */
public interface WriteObserver<I> {

    /** What these ids name may have changed, appeared or gone. */
    void written(Collection<I> ids);
}
