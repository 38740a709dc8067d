package io.mnemolite.deployment.release;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An archive as {@code ./dev dist} makes it: {@code mnemolite-VERSION.tar.gz} with one folder {@code mnemolite-VERSION},
 * and its SHA-256 beside it in {@code mnemolite-VERSION.tar.gz.sha256}.
 */
public record ReleaseArchive(Path file) {

    private static final Pattern FOLDER = Pattern.compile("(?:\\./)?mnemolite-([0-9A-Za-z][0-9A-Za-z._+-]*)(?:/.*)?");
    private static final int BUFFER_BYTES = 1 << 16;

    /** What the first entry of the archive says. */
    public String version() {
        try (TarArchiveInputStream entries = open()) {
            TarArchiveEntry first = entries.getNextEntry();
            Matcher folder = FOLDER.matcher(first == null ? "" : first.getName());
            if (folder.matches()) {
                return folder.group(1);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        throw DeploymentFailure.invalid(file
                + " is no archive of MnemoLite: it must hold one folder mnemolite-VERSION, as ./dev dist makes it.");
    }

    /**
     * The SHA-256 in hexadecimal digits.
     *
     * @throws DeploymentFailure when the file beside the archive names another, or there is none
     */
    public String verifiedChecksum() {
        Path beside = file.resolveSibling(file.getFileName() + ".sha256");
        try {
            if (!Files.exists(beside)) {
                throw DeploymentFailure.invalid("There is no checksum " + beside + "; put the one that came with "
                        + file.getFileName() + " there.");
            }
            String expected =
                    Files.readString(beside).strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
            String actual = checksum();
            if (!expected.equals(actual)) {
                throw DeploymentFailure.failed("The archive " + file + " has the SHA-256 " + actual + ", but " + beside
                        + " says " + expected + ". Fetch both again.");
            }
            return actual;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), BUFFER_BYTES));
    }

    DeploymentFailure unreadable(IOException e) {
        return new DeploymentFailure(
                DeploymentFailure.Kind.INVALID, "The archive " + file + " cannot be read (" + e + ").", e);
    }

    private String checksum() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream digested = new DigestInputStream(stream, digest)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                while (digested.read(buffer) >= 0) {
                    // Only the digest is of interest.
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
