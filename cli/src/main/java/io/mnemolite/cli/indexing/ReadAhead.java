package io.mnemolite.cli.indexing;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.discovery.FoundFile;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads and hashes files on several threads, ahead of whoever takes them, in the order given and in bounded memory. */
final class ReadAhead implements AutoCloseable {

    private static final int FILES_AHEAD = 64;
    private static final long BYTES_AHEAD = 8L << 20;

    private record Reading(FoundFile file, Future<ReadFile> result) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
            Thread.ofPlatform().daemon().name("read-", 1).factory());

    private final Iterator<FoundFile> files;
    private final Deque<Reading> ahead = new ArrayDeque<>();
    private long bytesAhead;
    private @Nullable FoundFile next;

    ReadAhead(Collection<FoundFile> files) {
        this.files = files.iterator();
        advance();
    }

    /** The next file, or null at the end. */
    @Nullable
    ReadFile next() {
        while (next != null
                && (ahead.isEmpty() || (ahead.size() < FILES_AHEAD && bytesAhead + next.size() <= BYTES_AHEAD))) {
            FoundFile file = next;
            ahead.add(new Reading(file, threads.submit(() -> ReadFile.read(file))));
            bytesAhead += file.size();
            advance();
        }
        Reading first = ahead.poll();
        if (first == null) {
            return null;
        }
        bytesAhead -= first.file().size();
        try {
            return first.result().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(first.file().path() + " was not read.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "The command was interrupted.", e);
        }
    }

    private void advance() {
        next = files.hasNext() ? files.next() : null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
