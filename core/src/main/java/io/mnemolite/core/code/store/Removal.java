package io.mnemolite.core.code.store;

import java.util.List;

/** What a removal took away: files and how many chunks they had. */
public record Removal(List<CodeFileId> files, long chunks) {

    /** Nothing was there. */
    public static final Removal NONE = new Removal(List.of(), 0);

    public Removal {
        files = List.copyOf(files);
    }
}
