package io.mnemolite.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * What git knows of a directory.
 *
 * @param top the root of the work tree
 * @param tracked paths of files in the index, from the top
 * @param submodules paths of submodules, from the top
 * @param rules of the whole repository: {@code info/exclude}, then the global excludes file
 */
record GitWorkTree(
        Path top,
        Set<String> tracked,
        Set<String> submodules,
        @Nullable IgnoreRules rules) {

    /** The work tree that the directory lies in; outside of any, one without tracked files whose top is the directory. */
    static GitWorkTree around(Path directory) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            return new GitWorkTree(directory, Set.of(), Set.of(), null);
        }
        try (Repository repository = builder.build()) {
            return repository.isBare() ? new GitWorkTree(directory, Set.of(), Set.of(), null) : read(repository);
        }
    }

    private static GitWorkTree read(Repository repository) throws IOException {
        Set<String> tracked = new TreeSet<>();
        Set<String> submodules = new TreeSet<>();
        DirCache index = repository.readDirCache();
        for (int i = 0; i < index.getEntryCount(); i++) {
            boolean isSubmodule = index.getEntry(i).getFileMode().equals(FileMode.GITLINK);
            (isSubmodule ? submodules : tracked).add(index.getEntry(i).getPathString());
        }
        IgnoreRules global = IgnoreRules.read(globalExcludes(repository), "", null);
        Path exclude = repository.getCommonDirectory().toPath().resolve("info/exclude");
        return new GitWorkTree(
                repository.getWorkTree().toPath().toRealPath(),
                tracked,
                submodules,
                IgnoreRules.read(exclude, "", global));
    }

    private static Path globalExcludes(Repository repository) {
        Path home = FS.DETECTED.userHome().toPath();
        String configured = repository.getConfig().getString("core", null, "excludesFile");
        if (configured != null) {
            return configured.startsWith("~/") ? home.resolve(configured.substring(2)) : home.resolve(configured);
        }
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path base = configuration == null || configuration.isBlank() ? home.resolve(".config") : Path.of(configuration);
        return base.resolve("git/ignore");
    }
}
