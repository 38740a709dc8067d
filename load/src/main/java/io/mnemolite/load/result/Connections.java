package io.mnemolite.load.result;

import java.util.List;
import java.util.stream.Stream;

/**
 * Connections of the server's pool that were in use, looked at again and again during a run.
 *
 * @param inUse of each look, in ascending order
 */
public record Connections(List<Integer> inUse) {

    public Connections {
        inUse = inUse.stream().sorted().toList();
    }

    public Connections plus(Connections other) {
        return new Connections(
                Stream.concat(inUse.stream(), other.inUse.stream()).toList());
    }

    /** 0 when nobody looked. */
    public int median() {
        return inUse.isEmpty() ? 0 : inUse.get((inUse.size() - 1) / 2);
    }

    /** 0 when nobody looked. */
    public int highest() {
        return inUse.isEmpty() ? 0 : inUse.getLast();
    }
}
