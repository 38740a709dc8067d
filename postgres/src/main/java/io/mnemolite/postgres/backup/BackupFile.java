package io.mnemolite.postgres.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.connection.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A whole backup in a file: a zip archive of {@value #MARK}, the text of COPY of each table in {@code tables/}, and the
 * manifest. Its comment, the last 64 bytes, is the SHA-256 of all bytes before it in hexadecimal digits.
 */
public final class BackupFile implements AutoCloseable {

    static final String MARK = "mnemolite-backup.txt";
    static final String MARK_TEXT =
            "A backup of MnemoLite. Prove it with 'mnemolite verify-backup FILE', put it back with"
                    + " 'mnemolite restore FILE'.\n";
    static final String MANIFEST = "manifest.json";
    static final int CHECKSUM_LENGTH = 64;

    /** How the name of a file ends that is still being written. */
    static final String UNFINISHED = ".part";

    /** The name of the first entry stands at this place of every zip archive. */
    private static final int NAME_OFFSET = 30;

    private final Path path;
    private final ZipFile zip;
    private final String checksum;
    private final BackupManifest manifest;

    private BackupFile(Path path, ZipFile zip, String checksum, BackupManifest manifest) {
        this.path = path;
        this.zip = zip;
        this.checksum = checksum;
        this.manifest = manifest;
    }

    /**
     * Reads the whole file once, for its checksum.
     *
     * @throws MnemoliteException with {@link ErrorCode#NOT_FOUND} when there is no such file, with
     *     {@link ErrorCode#INVALID_VALUE} when it is no backup, is not whole, was altered, or is of a later format
     */
    public static BackupFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new MnemoliteException(
                    ErrorCode.NOT_FOUND, "There is no file " + path + "; give the name of a backup.");
        }
        try {
            requireMark(path);
            String checksum = requireChecksum(path);
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, checksum, manifest(path, zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** The SHA-256 that the file bears, in 64 hexadecimal digits. */
    public String checksum() {
        return checksum;
    }

    /** The rows of a table as the text of COPY. */
    InputStream rows(TableContents table) throws IOException {
        return entry(path, zip, entryOf(table.name()));
    }

    static String entryOf(String table) {
        return "tables/" + table + ".copy";
    }

    /** The SHA-256 of the first bytes of a file. */
    static String checksum(Path file, long length) throws IOException {
        MessageDigest digest = RowsHash.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (long left = length; left > 0; ) {
                int read = bytes.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MnemoliteException damaged(Path path, String how) {
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                "The backup " + path + " is damaged: " + how + ". Use another backup, or another copy of this one.");
    }

    private static void requireMark(Path path) throws IOException {
        byte[] expected = MARK.getBytes(StandardCharsets.US_ASCII);
        try (InputStream bytes = Files.newInputStream(path)) {
            byte[] begin = bytes.readNBytes(NAME_OFFSET + expected.length);
            String name = new String(begin, StandardCharsets.ISO_8859_1);
            if (!name.startsWith("PK") || !name.endsWith(MARK)) {
                throw new MnemoliteException(
                        ErrorCode.INVALID_VALUE,
                        path + " is not a backup of MnemoLite: it was not written by 'mnemolite backup'.");
            }
        }
    }

    private static String requireChecksum(Path path) throws IOException {
        String borne = borneChecksum(path);
        if (!borne.equals(checksum(path, Math.max(0, Files.size(path) - CHECKSUM_LENGTH)))) {
            throw damaged(path, "it is not whole or was altered, for its bytes do not have the checksum it bears");
        }
        return borne;
    }

    /** What a file says its checksum is. */
    static String borneChecksum(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(CHECKSUM_LENGTH, file.length())];
            file.seek(file.length() - last.length);
            file.readFully(last);
            return new String(last, StandardCharsets.ISO_8859_1);
        }
    }

    private static BackupManifest manifest(Path path, ZipFile zip) throws IOException {
        JsonNode json;
        try (InputStream bytes = entry(path, zip, MANIFEST)) {
            json = Json.read(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            int format = ManifestJson.format(json);
            if (format > BackupManifest.FORMAT) {
                throw new MnemoliteException(
                        ErrorCode.INVALID_VALUE,
                        "The backup " + path + " has the format " + format + ", and this MnemoLite knows formats up to "
                                + BackupManifest.FORMAT + ": use a newer MnemoLite.");
            }
            return ManifestJson.read(json);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw damaged(path, "its manifest cannot be read");
        }
    }

    private static InputStream entry(Path path, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(path, name + " is missing in it");
        }
        return zip.getInputStream(entry);
    }

    private static MnemoliteException unreadable(Path path, IOException e) {
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                "The backup " + path + " cannot be read (" + e.getMessage() + "); check the file and its permissions.",
                e);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // Nothing was written.
        }
    }
}
