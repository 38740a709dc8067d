package io.mnemolite.discovery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a directory that {@code git ls-files -co --exclude-standard} would name: tracked ones, and untracked
 * ones that no {@code .gitignore}, {@code .git/info/exclude} or global excludes file ignores. A directory outside of any
 * repository is treated as one that tracks nothing. git itself need not be installed.
 */
public final class Discovery {

    /** Larger than any source that people write, and well below what a request may be. */
    static final long MAX_SIZE = 8L * 1024 * 1024;

    private final GitWorkTree tree;
    private final String prefix;
    private final Set<String> seen = new TreeSet<>();
    private final List<FoundFile> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    private Discovery(GitWorkTree tree, String prefix) {
        this.tree = tree;
        this.prefix = prefix;
    }

    /**
     * Reads the directory's entries, and no file's content.
     *
     * @throws IOException when the directory, or git's own files, cannot be read
     */
    public static Findings of(Path directory) throws IOException {
        Path root = directory.toRealPath();
        GitWorkTree tree = GitWorkTree.around(root);
        Discovery discovery = new Discovery(tree, prefix(slashes(tree.top().relativize(root))));
        discovery.walk();
        discovery.addTracked();
        discovery.files.sort(Comparator.comparing(FoundFile::path));
        discovery.skipped.sort(Comparator.comparing(SkippedFile::path));
        return new Findings(discovery.files, discovery.skipped);
    }

    /** A directory to be read; its path is from the top. */
    private record Open(
            Path directory, String path, @Nullable IgnoreRules rules) {}

    /** From the top down to the directory asked for, whose rules depend on those above it, and then all below it. */
    private void walk() throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(tree.top(), "", tree.rules()));
        while (!open.isEmpty()) {
            Open at = open.pop();
            IgnoreRules rules = IgnoreRules.read(at.directory().resolve(".gitignore"), prefix(at.path()), at.rules());
            if (!isWithin(prefix(at.path()))) {
                int end =
                        prefix.indexOf('/', at.path().isEmpty() ? 0 : at.path().length() + 1);
                String next = prefix.substring(0, end);
                if (rules == null || !rules.ignores(next, true)) {
                    open.push(new Open(tree.top().resolve(next), next, rules));
                }
                continue;
            }
            for (Path entry : entries(at)) {
                String path = prefix(at.path()) + entry.getFileName();
                if (entry.getFileName().toString().equals(".git")) {
                    continue;
                }
                boolean isDirectory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (rules != null && rules.ignores(path, isDirectory)) {
                    continue;
                }
                if (!isDirectory) {
                    add(path, entry);
                } else if (tree.submodules().contains(path) || Files.exists(entry.resolve(".git"))) {
                    skipped.add(new SkippedFile(relative(path), SkipReason.NESTED_REPOSITORY));
                } else {
                    open.push(new Open(entry, path, rules));
                }
            }
        }
    }

    private List<Path> entries(Open at) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(at.directory())) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            skipped.add(new SkippedFile(relative(at.path()), SkipReason.UNREADABLE));
        }
        return entries;
    }

    /** What is tracked is never ignored, wherever it lies. */
    private void addTracked() throws IOException {
        for (String path : tree.tracked()) {
            if (path.startsWith(prefix) && !seen.contains(path)) {
                Path file = tree.top().resolve(path);
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !leadsThroughLink(path)) {
                    add(path, file);
                }
            }
        }
    }

    /** git does not name what lies behind a link, and neither may we: it may lie outside. */
    private boolean leadsThroughLink(String path) {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            if (Files.isSymbolicLink(tree.top().resolve(path.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private void add(String path, Path file) throws IOException {
        seen.add(path);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            // It went while the directory was read.
            return;
        }
        SkipReason reason = reason(file, attributes);
        if (reason != null) {
            skipped.add(new SkippedFile(relative(path), reason));
        } else if (attributes.isRegularFile()) {
            files.add(new FoundFile(
                    relative(path),
                    file,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        }
    }

    private static @Nullable SkipReason reason(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return SkipReason.SYMBOLIC_LINK;
        }
        if (!attributes.isRegularFile()) {
            return null;
        }
        SkipReason reason = FileNames.reason(file.getFileName().toString());
        if (reason != null) {
            return reason;
        }
        if (attributes.size() > MAX_SIZE) {
            return SkipReason.TOO_LARGE;
        }
        return Files.isReadable(file) ? null : SkipReason.UNREADABLE;
    }

    private boolean isWithin(String directory) {
        return directory.startsWith(prefix);
    }

    private String relative(String path) {
        return path.length() <= prefix.length() ? "." : path.substring(prefix.length());
    }

    private static String prefix(String directory) {
        return directory.isEmpty() ? "" : directory + "/";
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
