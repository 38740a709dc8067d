package io.mnemolite.deployment.journal;

import io.mnemolite.deployment.plan.Entry;
import java.util.List;

/** What was done and is being done. It survives the end of the process at any moment. */
public interface Journal {

    /** Every entry, oldest first. */
    List<Entry> read();

    /** Returns when the entry is durable. */
    void append(Entry entry);
}
