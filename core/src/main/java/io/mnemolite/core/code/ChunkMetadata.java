package io.mnemolite.core.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a chunk beside its text.
 *
 * @param signature the head of a definition without its body; null where there is none
 * @param parameters names in order, without types
 * @param returns the declared return type as written; null when none is
 * @param decorators decorators, annotations or attributes as written
 * @param docstring the documentation without its comment marks; null when there is none
 * @param calls names of what the chunk calls, each once, in order of appearance
 */
public record ChunkMetadata(
        @Nullable String signature,
        List<String> parameters,
        @Nullable String returns,
        List<String> decorators,
        @Nullable String docstring,
        Complexity complexity,
        List<String> calls) {

    public ChunkMetadata {
        parameters = List.copyOf(parameters);
        decorators = List.copyOf(decorators);
        calls = List.copyOf(calls);
    }
}
