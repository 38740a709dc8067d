package io.mnemolite.core.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of nodes or edges newest first, and where the next one starts; a null cursor means there is none. */
public record GraphPage<T>(List<T> items, @Nullable GraphCursor next) {

    public GraphPage {
        items = List.copyOf(items);
    }
}
