package io.mnemolite.core.code.store;

import java.util.List;

/**
 * What a removal took away.
 *
 * @param chunks how many the files had
 * @param nodes how many symbols they had; counted only when a whole repository is removed
 * @param edges how many edges were found in them; counted only when a whole repository is removed
 */
public record Removal(List<CodeFileId> files, long chunks, long nodes, long edges) {

    /** Nothing was there. */
    public static final Removal NONE = new Removal(List.of(), 0);

    public Removal {
        files = List.copyOf(files);
    }

    public Removal(List<CodeFileId> files, long chunks) {
        this(files, chunks, 0, 0);
    }

    public Removal withGraph(long itsNodes, long itsEdges) {
        return new Removal(files, chunks, itsNodes, itsEdges);
    }
}
