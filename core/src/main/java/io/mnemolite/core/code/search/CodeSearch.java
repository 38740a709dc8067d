package io.mnemolite.core.code.search;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/**
 * Finds code. A search that starts after a request to index was acknowledged on this node sees what that indexed; its vectors
 * follow in the background. Blocking.
 */
public interface CodeSearch {

    /**
     * The hits, best first. When both channels are asked and the query cannot be embedded now, or most of the chunks looked at
     * have no vector yet, the words alone answer, and the answer says so: ranks among a few chunks would displace the best.
     *
     * @throws MnemoliteException with {@link ErrorCode#UNAVAILABLE} while the index is rebuilt, or when the query cannot be
     *     embedded and no other channel is asked
     */
    CodeAnswer search(CodeQuery query);
}
