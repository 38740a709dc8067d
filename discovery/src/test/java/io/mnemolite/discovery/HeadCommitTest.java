package io.mnemolite.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadCommitTest {

    @TempDir
    Path folder;

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.strip();
    }

    @Test
    void commit_isWhatGitSays() throws IOException, InterruptedException {
        git("init", "-q");
        assertThat(HeadCommit.of(folder)).isEmpty();
        git("commit", "-q", "--allow-empty", "-m", "one");
        Path below = Files.createDirectory(folder.resolve("below"));
        assertThat(HeadCommit.of(below)).hasValue(git("rev-parse", "HEAD"));
        git("checkout", "-q", "--detach");
        git("commit", "-q", "--allow-empty", "-m", "two");
        assertThat(HeadCommit.of(folder)).hasValue(git("rev-parse", "HEAD"));
    }

    @Test
    void outsideOfARepository_thereIsNone() throws IOException {
        assertThat(HeadCommit.of(folder)).isEmpty();
    }
}
