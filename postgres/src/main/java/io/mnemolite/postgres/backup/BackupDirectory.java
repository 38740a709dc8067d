package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Backups named by their moment in one directory, {@code mnemolite-20260131T120000Z.zip}. Beside one that was proven by
 * restoring it lies a file {@code .verified} that holds its checksum. Other files are left alone.
 */
public final class BackupDirectory {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PREFIX = "mnemolite-";
    private static final String SUFFIX = ".zip";
    private static final String VERIFIED = ".verified";
    private static final Pattern UNFINISHED =
            Pattern.compile("\\.mnemolite-.*\\.zip\\.(\\d+)" + Pattern.quote(BackupFile.UNFINISHED));

    private final Path directory;

    /** @param directory made when it is missing and a backup is to be written */
    public BackupDirectory(Path directory) {
        this.directory = directory;
    }

    /** The directory in which a file lies. */
    static Path of(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no parent");
        }
        return parent;
    }

    /** Where a backup of this moment belongs; removes what backups that were killed have left. */
    public Path fileFor(Instant moment) {
        try {
            Files.createDirectories(directory);
            removeUnfinished();
            return directory.resolve(PREFIX + MOMENT.format(moment) + SUFFIX);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The whole backups, the newest first. */
    public List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> moment(path).isPresent())
                    .sorted(Comparator.comparing(
                                    (Path path) -> path.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Notes beside a backup, wherever it lies, that it was proven by restoring it. */
    public static void markVerified(Path file, String checksum) throws IOException {
        Files.writeString(note(file), checksum + "\n");
    }

    /** Whether the backup was proven and is still the file that was. Does not read the whole of it. */
    public static boolean isVerified(Path file) {
        try {
            return Files.isRegularFile(note(file))
                    && Files.readString(note(file)).strip().equals(BackupFile.borneChecksum(file));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Deletes the backups that no rule keeps: the newest ones by number, those that are young enough, the newest one, and
     * the newest one that was proven. Of several by number, those that were proven come first.
     *
     * @param number how many of the newest are kept; 0 keeps none for their number
     * @param age up to which age each is kept; zero keeps none for its age
     * @return what was deleted
     */
    public List<Path> prune(int number, Duration age, Instant now) {
        List<Path> backups = list();
        Map<Boolean, List<Path>> byProof =
                backups.stream().collect(Collectors.partitioningBy(BackupDirectory::isVerified));
        List<Path> proven = byProof.getOrDefault(true, List.of());
        Set<Path> kept = new HashSet<>();
        backups.stream().limit(1).forEach(kept::add);
        proven.stream().limit(1).forEach(kept::add);
        Stream.concat(proven.stream(), byProof.getOrDefault(false, List.of()).stream())
                .limit(number)
                .forEach(kept::add);
        backups.stream()
                .filter(path -> moment(path).orElseThrow().isAfter(now.minus(age)))
                .forEach(kept::add);
        List<Path> deleted = new ArrayList<>();
        try {
            for (Path backup : backups) {
                if (!kept.contains(backup)) {
                    Files.deleteIfExists(note(backup));
                    Files.delete(backup);
                    deleted.add(backup);
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        return deleted;
    }

    private static Optional<Instant> moment(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            String moment = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
            return Optional.of(MOMENT.parse(moment, Instant::from));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(BackupDirectory::isUnfinished).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static boolean isUnfinished(Path path) {
        var name = UNFINISHED.matcher(path.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + VERIFIED);
    }

    private MnemoliteException unusable(IOException e) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "The directory of backups " + directory + " cannot be used (" + e
                        + "); make it one that you can write.",
                e);
    }
}
