package io.mnemolite.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found equals what git itself names, on work trees made here. */
class DiscoveryTest {

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void repository() throws Exception {
        root = Files.createDirectory(folder.resolve("repository"));
        git(root, "init", "-q");
    }

    @Test
    void untrackedAndTracked_areFoundWithoutWhatIsIgnored() throws Exception {
        write("a.py", "src/b.py", "build/out.py", "log.txt");
        ignore("", "build/", "*.txt");
        write("kept.txt");
        git(root, "add", "-f", "kept.txt");

        assertThat(found(root)).containsExactly(".gitignore", "a.py", "kept.txt", "src/b.py");
        assertAsGit(root);
    }

    @Test
    void nestedAnchoredAndNegatedRules_areAsGits() throws Exception {
        write("a/x.log", "a/keep.log", "b/x.log", "top.md", "a/top.md", "a/deep/er/z.tmp", "doc/frotz", "a/doc/frotz");
        write("foo/bar/one.c", "foo/two.c", "x/foo/bar/three.c", "#odd.c", "!odd.c", "sp ace.c", "trail ");
        ignore("", "*.log", "/top.md", "doc/frotz/", "doc/frotz", "foo/**/one.c", "**/bar", "\\#odd.c", "trail ");
        ignore("a", "!keep.log", "deep/*", "!deep/er/", "*.tmp");
        ignore("x", "!foo/bar");

        assertAsGit(root);
    }

    @Test
    void ignoredDirectory_hidesWhatIsReincludedBelowIt() throws Exception {
        write("out/a.c", "out/b/c.c", "in/a.c");
        ignore("", "out", "!out/a.c", "in/*", "!in/a.c");
        ignore("out", "!*");

        assertThat(found(root)).containsExactly(".gitignore", "in/a.c");
        assertAsGit(root);
    }

    @Test
    void trackedFileInAnIgnoredDirectory_isFound() throws Exception {
        write("out/tracked.c", "out/untracked.c", "gone.c");
        git(root, "add", "-f", "out/tracked.c", "gone.c");
        ignore("", "out/");
        Files.delete(root.resolve("gone.c"));

        assertThat(found(root)).containsExactly(".gitignore", "out/tracked.c");
    }

    @Test
    void infoExclude_holdsAndIsOverruledByGitignore() throws Exception {
        write("private.c", "notes/a.c", "notes/b.c");
        Files.createDirectories(root.resolve(".git/info"));
        Files.writeString(root.resolve(".git/info/exclude"), "private.c\nnotes/*.c\n");
        ignore("", "!notes/b.c");

        assertThat(found(root)).containsExactly(".gitignore", "notes/b.c");
        assertAsGit(root);
    }

    @Test
    void configuredExcludesFile_holds() throws Exception {
        write("a.c", "a.bak");
        Path excludes = folder.resolve("excludes");
        Files.writeString(excludes, "*.bak\n");
        git(root, "config", "core.excludesFile", excludes.toString());

        assertThat(found(root)).containsExactly("a.c");
        assertAsGit(root);
    }

    @Test
    void linkedWorktree_hasItsOwnIndexAndTheCommonExcludes() throws Exception {
        write("a.c", "b.o");
        Files.createDirectories(root.resolve(".git/info"));
        Files.writeString(root.resolve(".git/info/exclude"), "*.o\n");
        git(root, "add", "a.c");
        git(root, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "one");
        Path linked = folder.resolve("linked");
        git(root, "worktree", "add", "-q", "-b", "other", linked.toString());
        Files.writeString(linked.resolve("new.c"), "int x;");
        Files.writeString(linked.resolve("new.o"), "x");

        assertThat(found(linked)).containsExactly("a.c", "new.c");
        assertAsGit(linked);
    }

    @Test
    void subdirectory_obeysTheRulesAboveItAndIsRelative() throws Exception {
        write("src/main/a.c", "src/main/a.o", "src/b.c", "ignored/deep/c.c");
        ignore("", "*.o", "ignored/");

        assertThat(found(root.resolve("src"))).containsExactly("b.c", "main/a.c");
        assertThat(found(root.resolve("src/main"))).containsExactly("a.c");
        assertThat(found(root.resolve("ignored/deep"))).isEmpty();
        assertAsGit(root.resolve("src"));
        assertAsGit(root.resolve("ignored/deep"));
    }

    @Test
    void symbolicLinks_areSkippedWhereverTheyLead() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.c"), "int secret;");
        write("a.c");
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("file.c"), outside.resolve("secret.c"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        git(root, "add", "-A");

        Findings findings = Discovery.of(root);

        assertThat(findings.files()).extracting(FoundFile::path).containsExactly("a.c");
        assertThat(findings.skipped())
                .containsExactly(
                        new SkippedFile("file.c", SkipReason.SYMBOLIC_LINK),
                        new SkippedFile("loop", SkipReason.SYMBOLIC_LINK),
                        new SkippedFile("out", SkipReason.SYMBOLIC_LINK));
    }

    @Test
    void nestedRepositories_areSkippedByName() throws Exception {
        write("a.c");
        Path nested = Files.createDirectories(root.resolve("vendor/nested"));
        git(nested, "init", "-q");
        Files.writeString(nested.resolve("b.c"), "int b;");

        Findings findings = Discovery.of(root);

        assertThat(findings.files()).extracting(FoundFile::path).containsExactly("a.c");
        assertThat(findings.skipped()).containsExactly(new SkippedFile("vendor/nested", SkipReason.NESTED_REPOSITORY));
        assertThat(found(nested)).containsExactly("b.c");
    }

    @Test
    void secretsBinariesAndLockFiles_areSkippedByName() throws Exception {
        write(".env", ".env.local", ".env.example", "id_rsa", "server.pem", "logo.png", "package-lock.json", "keys.py");

        Findings findings = Discovery.of(root);

        assertThat(findings.files()).extracting(FoundFile::path).containsExactly(".env.example", "keys.py");
        assertThat(findings.skipped())
                .containsExactly(
                        new SkippedFile(".env", SkipReason.SECRET),
                        new SkippedFile(".env.local", SkipReason.SECRET),
                        new SkippedFile("id_rsa", SkipReason.SECRET),
                        new SkippedFile("logo.png", SkipReason.BINARY),
                        new SkippedFile("package-lock.json", SkipReason.LOCK_FILE),
                        new SkippedFile("server.pem", SkipReason.SECRET));
    }

    @Test
    void directoryOutsideOfGit_obeysItsGitignores() throws Exception {
        Path plain = folder.resolve("plain");
        Files.createDirectories(plain.resolve("sub"));
        Files.writeString(plain.resolve("a.c"), "int a;");
        Files.writeString(plain.resolve("sub/b.o"), "b");
        Files.writeString(plain.resolve(".gitignore"), "*.o\n");

        assertThat(found(plain)).containsExactly(".gitignore", "a.c");
    }

    @Test
    void randomRules_giveWhatGitGives() throws Exception {
        long seed = Long.getLong("mnemolite.seed", System.nanoTime());
        System.out.println("randomRules: repeat with -Dmnemolite.seed=" + seed);
        Random random = new Random(seed);
        String[] names = {"a", "b", "cc", "d.x", "e.y"};
        String[] patterns = {
            "a", "/a", "a/", "*.x", "!*.x", "b/a", "/b/*", "**/cc", "cc/**", "a/**/b", "!a", "!b/", "[ab]", "c?", "*",
            "!d.x", "\\a", "!/a/", "b/**", "*/e.y"
        };
        for (int i = 0; i < 120; i++) {
            List<String> paths = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                StringBuilder path = new StringBuilder();
                for (int depth = random.nextInt(3); depth >= 0; depth--) {
                    path.append(path.isEmpty() ? "" : "/").append(names[random.nextInt(3)]);
                }
                paths.add(path + "/" + names[random.nextInt(names.length)] + n);
                paths.add(path + "/" + names[3 + random.nextInt(2)]);
            }
            Path tree = Files.createDirectory(folder.resolve("random" + i));
            git(tree, "init", "-q");
            root = tree;
            write(paths.toArray(String[]::new));
            for (String directory : List.of("", "a", "b/a")) {
                if (random.nextBoolean() && Files.isDirectory(tree.resolve(directory))) {
                    String[] rules = new String[1 + random.nextInt(4)];
                    for (int n = 0; n < rules.length; n++) {
                        rules[n] = patterns[random.nextInt(patterns.length)];
                    }
                    ignore(directory, rules);
                }
            }
            assertAsGit(tree);
        }
    }

    private List<String> found(Path directory) throws IOException {
        return Discovery.of(directory).files().stream().map(FoundFile::path).toList();
    }

    private void assertAsGit(Path directory) throws Exception {
        TreeSet<String> named = new TreeSet<>(List.of(
                git(directory, "ls-files", "-co", "--exclude-standard", "-z").split("\0")));
        named.remove("");
        assertThat(new TreeSet<>(found(directory))).as("files of " + directory).isEqualTo(named);
    }

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Path file = root.resolve(path);
            if (!Files.isDirectory(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, "x\n");
            }
        }
    }

    private void ignore(String directory, String... rules) throws IOException {
        Files.writeString(root.resolve(directory).resolve(".gitignore"), String.join("\n", rules) + "\n");
    }

    private static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C"));
        Process process = builder.start();
        String output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + output)
                .isZero();
        return output;
    }
}
