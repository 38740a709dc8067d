package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files to be indexed.
 *
 * @param files of a path that occurs more than once, the last one counts
 * @param deletedPaths files that are gone and leave the index, unless they are among {@code files}
 * @param commitHash the commit that the files are of; null when it is not known
 * @param extractMetadata whether chunks say more than their text
 * @param generateEmbeddings whether vectors are made for the files, in the background
 * @param buildGraph whether definitions and calls are put into the code graph
 */
public record IndexRequest(
        String repository,
        List<SourceFile> files,
        List<String> deletedPaths,
        @Nullable String commitHash,
        boolean extractMetadata,
        boolean generateEmbeddings,
        boolean buildGraph) {

    public IndexRequest {
        files = List.copyOf(files);
        deletedPaths = List.copyOf(deletedPaths);
    }

    /** Everything that can be said about these files. */
    public static IndexRequest of(String repository, List<SourceFile> files) {
        return new IndexRequest(repository, files, List.of(), null, true, true, true);
    }
}
