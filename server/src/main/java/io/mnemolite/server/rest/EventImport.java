package io.mnemolite.server.rest;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.ImportOutcome.DifferentExists;
import io.mnemolite.core.event.ImportOutcome.EqualExists;
import io.mnemolite.core.event.ImportOutcome.Refused;
import io.mnemolite.core.event.ImportOutcome.Stored;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.core.secret.Redactions.Counted;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import: reads lines, stores them in small transactions, and reports what became of each that was not simply stored. */
final class EventImport {

    private static final int LINES_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024 * 1024;
    private static final int MAX_REPORTED = 10_000;

    private final Events events;
    private final EmbeddingSpace space;
    private final ByteArrayOutputStream report = new ByteArrayOutputStream();
    private final List<EventDraft> batch = new ArrayList<>();
    private final List<Long> batchLines = new ArrayList<>();
    private long batchBytes;
    private long line;
    private long imported;
    private long skipped;
    private long failed;
    private long redacted;

    EventImport(Events events, EmbeddingSpace space) {
        this.events = events;
        this.space = space;
    }

    /** Reads to the end; the report as JSON Lines, whose last line has the counts. */
    byte[] read(InputStream body) throws IOException {
        try (InputStream lines = new BufferedInputStream(body, 1 << 16)) {
            byte[] bytes;
            while ((bytes = nextLine(lines)) != null) {
                line++;
                take(bytes);
            }
        }
        flush();
        report.write(JsonResponse.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("imported", imported);
            json.writeNumberField("skipped", skipped);
            json.writeNumberField("failed", failed);
            if (redacted > 0) {
                json.writeNumberField("redacted", redacted);
            }
            json.writeEndObject();
        }));
        report.write('\n');
        return report.toByteArray();
    }

    private void take(byte[] bytes) {
        if (isBlank(bytes)) {
            return;
        }
        try {
            if (bytes.length >= MAX_LINE_BYTES) {
                throw new ValidationException(Violation.of(
                        "too_long", List.of("line"), "The line is longer than " + MAX_LINE_BYTES + " bytes", null));
            }
            batch.add(TransferLine.read(Json.parseAt(bytes, List.of("line")), space));
            batchLines.add(line);
            batchBytes += bytes.length;
        } catch (ValidationException e) {
            Violation first = e.violations().getFirst();
            problem(line, "error", first.loc() + ": " + first.msg());
        }
        if (batch.size() >= LINES_AT_ONCE || batchBytes >= BYTES_AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        Counted<List<ImportOutcome>> outcomes =
                Redactions.counted(() -> batch.isEmpty() ? List.of() : events.importAll(List.copyOf(batch)));
        redacted += outcomes.total();
        for (int i = 0; i < batch.size(); i++) {
            switch (outcomes.result().get(i)) {
                case Stored() -> imported++;
                case EqualExists() -> skipped++;
                case DifferentExists() ->
                    problem(
                            batchLines.get(i),
                            "conflict",
                            "Another event with the id " + batch.get(i).id()
                                    + " is stored already and was left as it is.");
                case Refused(String sentence) -> problem(batchLines.get(i), "error", sentence);
            }
        }
        batch.clear();
        batchLines.clear();
        batchBytes = 0;
    }

    private void problem(long at, String kind, String sentence) {
        failed++;
        if (failed > MAX_REPORTED) {
            return;
        }
        report.writeBytes(JsonResponse.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("line", at);
            json.writeStringField(kind, sentence);
            json.writeEndObject();
        }));
        report.write('\n');
    }

    /** The bytes up to the next line feed, cut at the limit; null at the end. */
    private static byte @Nullable [] nextLine(InputStream lines) throws IOException {
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        while (next >= 0 && next != '\n') {
            if (bytes.size() < MAX_LINE_BYTES) {
                bytes.write(next);
            }
            next = lines.read();
        }
        return bytes.toByteArray();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
