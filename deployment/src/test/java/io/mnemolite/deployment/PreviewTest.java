package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What dry runs check before they list anything, and that they touch nothing. */
class PreviewTest extends StubHost {

    private static final Duration BLOCK = Duration.ofSeconds(5);

    private Preview preview() {
        return new Preview(root, host);
    }

    private static void checkRefused(Kind kind, String sentence, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DeploymentFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageStartingWith(sentence);
    }

    /** All files below the root with their times. */
    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root.path())) {
            Set<String> all = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // A server writes while it runs.
                if (!file.startsWith(root.path().resolve("slots"))) {
                    all.add(file + " " + Files.getLastModifiedTime(file));
                }
            }
            return all;
        }
    }

    private long changes() {
        return haproxy.commands().stream()
                .filter(command -> command.startsWith("set"))
                .count();
    }

    @Test
    void everyMode_whereSomethingServes_listsItsStepsAndTouchesNothing() throws Exception {
        deployer().apply(release("1.0.0"));
        ReleaseArchive second = release("1.1.0");
        Set<String> before = files();
        long changes = changes();

        assertThat(preview().apply(second)).hasSize(12).first().asString().startsWith("unpack: ");
        assertThat(preview().start()).containsExactly("Release 1.0.0 serves already.");
        assertThat(preview().test(second))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("archive", "backup", "migration", "start", "smoke test", "neighbours", "baseline");
        assertThat(preview().benchmark(second, 10, BLOCK))
                .contains("compare: 10 pairs of 5 s by turns, 8 callers")
                .contains("pools: 5 + 3, 10 + 5, 40 + 20 beside the configured 20 + 10, 5 pairs each");
        assertThat(changes()).as("commands that change HAProxy").isEqualTo(changes);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatTheRunWouldRefuse_isRefusedAlike() throws Exception {
        ReleaseArchive first = release("1.0.0");
        checkRefused(
                Kind.INVALID,
                "Nothing serves at " + root.path() + " yet, so there is nothing to compare 1.0.0 with.",
                () -> preview().benchmark(first, 10, BLOCK));
        checkRefused(
                Kind.INVALID,
                "Nothing serves at " + root.path() + " yet; begin",
                () -> preview().start());
        checkRefused(
                Kind.INVALID,
                "Nothing serves at " + root.path() + " yet; begin",
                () -> preview().rollback());
        deployer().apply(first);
        checkRefused(
                Kind.INVALID,
                "There is no release before 1.0.0 to go back to.",
                () -> preview().rollback());

        try (DeploymentLock _ = DeploymentLock.take(root.lock()).orElseThrow()) {
            for (ThrowingCallable work : List.<ThrowingCallable>of(
                    () -> preview().apply(first),
                    () -> preview().start(),
                    () -> preview().test(first),
                    () -> preview().benchmark(first, 10, BLOCK))) {
                checkRefused(Kind.BUSY, "Another deployment is under way at " + root.path(), work);
            }
        }
        Files.write(first.file(), "x".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        checkRefused(
                Kind.FAILED,
                "The archive " + first.file() + " has the SHA-256 ",
                () -> preview().apply(first));
        checkRefused(
                Kind.FAILED,
                "The archive " + first.file() + " has the SHA-256 ",
                () -> preview().test(first));
    }

    @Test
    void archiveOfTheSameVersionWithOtherContents_isRefused() throws Exception {
        deployer().apply(release("1.0.0"));
        ReleaseArchive other = release("1.0.0", "slow");

        checkRefused(
                Kind.INVALID,
                "Another archive was unpacked in ",
                () -> preview().test(other));
    }

    @Test
    void apply_withoutHaproxyOrDatabase_isRefused() throws Exception {
        ReleaseArchive first = release("1.0.0");
        haproxy.close();
        checkRefused(Kind.FAILED, "HAProxy does not answer at ", () -> preview().apply(first));

        Files.writeString(root.settings(), "database.home=" + directory.resolve("home") + "\n");
        checkRefused(Kind.INVALID, "No database runs in ", () -> preview().apply(first));
        checkRefused(Kind.INVALID, "No database runs in ", () -> deployer().apply(first));
        assertThat(root.journal()).doesNotExist();
    }

    @Test
    void apply_directoryThatIsNotThere_isToBeMadeAndIsNot() throws Exception {
        ReleaseArchive first = release("1.0.0");
        DeploymentRoot other = new DeploymentRoot(directory.resolve("other"));

        List<String> lines = new Preview(other, host).apply(first);

        assertThat(lines).hasSize(13).first().isEqualTo("make " + other.path() + " with its settings");
        assertThat(other.path()).doesNotExist();
    }
}
