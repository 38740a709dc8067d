package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.indexing.ReadFile.Source;
import io.mnemolite.cli.indexing.ReadFile.Unusable;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.discovery.Findings;
import io.mnemolite.discovery.FoundFile;
import io.mnemolite.discovery.SkippedFile;
import io.mnemolite.discovery.SourceText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a directory with what the server knows: reads the files that may have changed, sends those that have,
 * tells which are gone, and has the graph built once, at the end.
 */
final class IndexRound {

    private final ServerConnection server;
    private final String repository;
    private final KnownFiles known;
    private final Progress progress;
    private final Clock clock;
    private final IndexTally tally = new IndexTally();
    private final List<Source> ofUnknownLanguage = new ArrayList<>();
    private long totalBytes;
    private long handledFiles;
    private long handledBytes;

    IndexRound(ServerConnection server, String repository, KnownFiles known, Progress progress, Clock clock) {
        this.server = server;
        this.repository = repository;
        this.known = known;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * @param candidates those of the files found that may differ from what the server knows
     * @param commit what is checked out
     * @param ensureGraph whether the graph is built even when nothing changed: an earlier run may have ended before that
     */
    IndexTally run(Findings findings, Collection<FoundFile> candidates, @Nullable String commit, boolean ensureGraph) {
        Instant begin = clock.instant();
        totalBytes = candidates.stream().mapToLong(FoundFile::size).sum();
        findings.skipped().forEach(tally::skip);
        Set<String> present = new HashSet<>();
        findings.files().forEach(file -> present.add(file.path()));
        try (ReadAhead files = new ReadAhead(candidates);
                Sender sender = new Sender(server, repository, commit, this::answered)) {
            Batch batch = new Batch();
            for (ReadFile read = files.next(); read != null; read = files.next()) {
                switch (read) {
                    case Unusable unusable -> {
                        present.remove(unusable.file().path());
                        tally.skip(new SkippedFile(unusable.file().path(), unusable.reason()));
                        handled(unusable.file());
                    }
                    case Source source
                    when known.isCurrent(source.file().path(), source.hash()) -> {
                        tally.leaveUnchanged();
                        handled(source.file());
                    }
                    case Source source -> {
                        if (!batch.hasRoomFor(source)) {
                            sender.send(batch, false);
                            batch = new Batch();
                        }
                        batch.add(source);
                    }
                }
            }
            send(sender, batch, gone(present), ensureGraph);
            tally.took(Duration.between(begin, clock.instant()));
        }
        return tally;
    }

    private List<String> gone(Set<String> present) {
        return known.paths().stream()
                .filter(path -> !present.contains(path))
                .sorted()
                .toList();
    }

    private void send(Sender sender, Batch last, List<String> gone, boolean ensureGraph) {
        int from = 0;
        for (; gone.size() - from > Batch.MAX_DELETED; from += Batch.MAX_DELETED) {
            sender.send(new Batch(gone.subList(from, from + Batch.MAX_DELETED), null), false);
        }
        Batch rest = last.and(gone.subList(from, gone.size()));
        boolean isOnlyOne = sender.count() == 0;
        if (!rest.isEmpty()) {
            sender.send(rest, isOnlyOne);
        }
        sender.finish();
        isOnlyOne &= ofUnknownLanguage.isEmpty();
        sendAsText(sender);
        if (isOnlyOne && !rest.isEmpty()) {
            tally.graph(server.get(Routes.codeFigures(repository)));
        } else if (ensureGraph || !isOnlyOne) {
            tally.graph(server.work(Routes.CODE_GRAPH_BUILD, Json.object().put("repository", repository)));
        }
    }

    /** They were found to be text, so they can be searched at least. */
    private void sendAsText(Sender sender) {
        Batch batch = new Batch(List.of(), "text");
        for (Source source : List.copyOf(ofUnknownLanguage)) {
            if (!batch.hasRoomFor(source)) {
                sender.send(batch, false);
                batch = new Batch(List.of(), "text");
            }
            batch.add(source);
        }
        if (!batch.isEmpty()) {
            sender.send(batch, false);
        }
        sender.finish();
    }

    private void answered(Batch batch, JsonNode answer) {
        Set<String> again = batch.namesLanguage() ? Set.of() : refusedForLanguage(answer);
        tally.add(answer, again);
        for (Source source : batch.files()) {
            if (again.contains(source.file().path())) {
                ofUnknownLanguage.add(source);
                continue;
            }
            // A file that the server could not index is not sent again before it changes.
            known.stored(source.file().path(), source.hash());
            tally.send(source.file().size());
            if (!source.isUtf8()) {
                tally.note(source.file().path(), SourceText.NOT_UTF8);
            }
            handled(source.file());
        }
        batch.deleted().forEach(known::removed);
    }

    /** Errors have no code, but the sentence of this one says what to do. */
    private static Set<String> refusedForLanguage(JsonNode answer) {
        Set<String> paths = new HashSet<>();
        for (JsonNode error : answer.path("errors")) {
            if (error.path("error").asText().endsWith("with \"text\" for plain text.")) {
                paths.add(error.path("file").asText());
            }
        }
        return paths;
    }

    private void handled(FoundFile file) {
        handledFiles++;
        handledBytes += file.size();
        progress.at(
                handledFiles,
                totalBytes == 0 ? 1 : Math.min(1, (double) handledBytes / totalBytes),
                Quantity.bytes(handledBytes) + " of " + Quantity.bytes(totalBytes)
                        + (tally.skipped().isEmpty()
                                ? ""
                                : ", " + tally.skipped().size() + " skipped"));
    }
}
