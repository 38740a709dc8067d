package io.mnemolite.server.wiring;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.WriteRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Refuses writes while the disk still has room for everything else: a search writes out what the index holds in memory, and
 * PostgreSQL its log. Without the last megabytes an index could only be closed, and PostgreSQL stop.
 */
final class DiskReserve implements WriteRoom {

    /** Several times what the index holds in memory, and four of PostgreSQL's log files. */
    static final long RESERVE_BYTES = 64L << 20;

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    private final Path folder;
    private final long reserveBytes;
    private volatile Look last;

    private record Look(long freeBytes, long nanos) {}

    DiskReserve(Path folder, long reserveBytes) {
        this.folder = folder;
        this.reserveBytes = reserveBytes;
        this.last = look();
    }

    @Override
    public void require() {
        Look look = last;
        if (System.nanoTime() - look.nanos() > LOOK_AGAIN_NANOS) {
            look = look();
            last = look;
        }
        if (look.freeBytes() < reserveBytes) {
            throw new MnemoliteException(
                    ErrorCode.STORAGE_FULL,
                    "The disk with " + folder + " has only " + (look.freeBytes() >> 20) + " MB left, and the last "
                            + (reserveBytes >> 20)
                            + " MB are kept so that reads go on: nothing can be written until space is freed.");
        }
    }

    private Look look() {
        try {
            return new Look(Files.getFileStore(folder).getUsableSpace(), System.nanoTime());
        } catch (IOException e) {
            // Whoever writes will see what is the matter.
            return new Look(Long.MAX_VALUE, System.nanoTime());
        }
    }
}
