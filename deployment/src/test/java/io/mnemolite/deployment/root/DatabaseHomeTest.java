package io.mnemolite.deployment.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose lock is held by this test in the place of a server or of {@code mnemolite database}, or by nobody. */
class DatabaseHomeTest {

    private static final String URL = "postgresql://u@h/d";

    @TempDir
    Path home;

    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        assertThat(channel.lock().isValid()).isTrue();
        return channel;
    }

    private void owner(String command, String address) throws IOException {
        Files.writeString(
                home.resolve("owner.json"), "{\"command\":\"" + command + "\",\"pid\":7,\"address\":" + address + "}");
    }

    private void leaveUrl() throws IOException {
        Files.writeString(home.resolve("database.url"), URL + "\n");
    }

    private void checkRefused(Kind kind, String sentence) {
        assertThatThrownBy(() -> DatabaseHome.url(home))
                .isInstanceOfSatisfying(
                        DeploymentFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageStartingWith(sentence);
    }

    @Test
    void url_databaseThatRuns_isWhatItWrote() throws IOException {
        leaveUrl();
        owner("database", "\"postgresql://u@h\"");
        try (FileChannel _ = lock()) {
            assertThat(DatabaseHome.url(home)).isEqualTo(URL);
        }
    }

    @Test
    void url_nothingWasStarted_saysHow() {
        checkRefused(Kind.INVALID, "No database runs in " + home + ". Start it: mnemolite database --home " + home);
    }

    @Test
    void url_databaseWasKilled_isNotBelieved() throws IOException {
        leaveUrl();
        owner("database", "\"postgresql://u@h\"");
        lock().close();

        checkRefused(Kind.INVALID, "No database runs in " + home);
    }

    /** The one that was killed left its address, and its pid may be anybody's. */
    @Test
    void url_serverAfterADatabaseThatWasKilled_isRefused() throws IOException {
        leaveUrl();
        try (FileChannel _ = lock()) {
            checkRefused(Kind.BUSY, "A mnemolite serve owns the database in " + home + ", and takes it along");
        }
    }

    @Test
    void url_serverThatWasKilled_ownsNothing() throws IOException {
        Files.writeString(
                home.resolve("server.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + "}");
        lock().close();

        checkRefused(Kind.INVALID, "No database runs in " + home);
    }

    @Test
    void url_anotherCommand_isNamed() throws IOException {
        leaveUrl();
        owner("restore", "null");
        try (FileChannel _ = lock()) {
            checkRefused(Kind.BUSY, "A mnemolite restore works on the database in " + home + " (process 7).");
        }
    }

    @Test
    void url_databaseThatStarts_isNotYetAskedFor() throws IOException {
        leaveUrl();
        owner("database", "null");
        try (FileChannel _ = lock()) {
            checkRefused(Kind.BUSY, "The database in " + home + " is still starting.");
        }
    }

    @Test
    void url_homeThatCannotBeRead_isSaid() throws IOException {
        try (FileChannel _ = lock()) {
            Path owner = Files.writeString(home.resolve("owner.json"), "no JSON");
            checkRefused(Kind.FAILED, "The home " + home + " cannot be read (");
            Files.delete(owner);
            owner("database", "\"postgresql://u@h\"");
            Files.createDirectory(home.resolve("database.url"));
            checkRefused(Kind.FAILED, "The home " + home + " cannot be read (");
        }
    }
}
