package io.mnemolite.core.operation;

import java.util.Map;

/** What an operator sees of the making of vectors in the background. */
@FunctionalInterface
public interface EmbeddingMonitor {

    /** Why the last try failed, by what the vectors are of, such as {@code events}; those that go on are left out. */
    Map<String, String> failures();
}
