package io.mnemolite.core.search;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/**
 * Finds events. A search that starts after a write was acknowledged on this node sees that write. An offset past the
 * matches gives an empty page with the true total. Blocking.
 */
public interface EventSearch {

    /**
     * The page of hits.
     *
     * @throws MnemoliteException with {@link ErrorCode#UNAVAILABLE} while the index is rebuilt or the query cannot be
     *     embedded
     */
    EventSearchPage search(EventQuery query);
}
