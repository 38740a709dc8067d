package io.mnemolite.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The commit that the work tree around a directory has checked out. */
public final class HeadCommit {

    private HeadCommit() {}

    /**
     * The commit's name in hexadecimal; empty outside of a repository, and in one without a commit.
     *
     * @throws IOException when git's own files cannot be read
     */
    public static Optional<String> of(Path directory) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(directory.toRealPath().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build()) {
            return Optional.ofNullable(repository.resolve("HEAD")).map(ObjectId::name);
        }
    }
}
