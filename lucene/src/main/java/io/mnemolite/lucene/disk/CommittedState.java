package io.mnemolite.lucene.disk;

import io.mnemolite.core.change.IndexPosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit says about itself.
 *
 * @param format how the index was written; one of another format is of no use
 * @param position what it covers; empty when that is unknown
 */
record CommittedState(String format, Optional<IndexPosition> position) {

    private static final String FORMAT = "mnemolite.format";
    private static final String STORE = "mnemolite.store";
    private static final String XID = "mnemolite.xid";
    private static final String SEQ = "mnemolite.seq";

    /** The reverse of {@link #toData()}. */
    static CommittedState ofData(Map<String, String> data) {
        String store = data.get(STORE);
        return new CommittedState(
                data.getOrDefault(FORMAT, "unknown"),
                store == null
                        ? Optional.empty()
                        : Optional.of(new IndexPosition(
                                store,
                                Long.parseLong(data.getOrDefault(XID, "")),
                                Long.parseLong(data.getOrDefault(SEQ, "")))));
    }

    Map<String, String> toData() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, format);
        position.ifPresent(at -> {
            data.put(STORE, at.store());
            data.put(XID, Long.toString(at.xid()));
            data.put(SEQ, Long.toString(at.seq()));
        });
        return data;
    }
}
