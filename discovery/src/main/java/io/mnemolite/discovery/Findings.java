package io.mnemolite.discovery;

import java.util.List;

/**
 * What a directory holds, without what git ignores.
 *
 * @param files in order of their paths
 * @param skipped in order of their paths
 */
public record Findings(List<FoundFile> files, List<SkippedFile> skipped) {

    public Findings {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }
}
