package io.mnemolite.deployment.journal;

import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Note;
import java.util.List;

/** What was done and is being done. It survives the end of the process at any moment. */
public interface Journal {

    /**
     * Every entry of a deployment, oldest first. Lines of a mode that this release does not deploy by are passed over,
     * whoever wrote them: notes, and what later releases may add. So no other mode may ever change what should serve.
     */
    List<Entry> read();

    /** Returns when the entry is durable. */
    void append(Entry entry);

    /** Returns when the note is durable. */
    void append(Note note);
}
