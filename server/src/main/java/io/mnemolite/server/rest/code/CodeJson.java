package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexingTimes.Step;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.server.request.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chunks, files and repositories on the wire. */
final class CodeJson {

    private CodeJson() {}

    static void writeOutcome(JsonGenerator json, String repository, IndexOutcome outcome, double millis)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("repository", repository);
        json.writeNumberField("indexed_files", outcome.indexedFiles());
        json.writeNumberField("indexed_chunks", outcome.indexedChunks());
        json.writeNumberField("indexed_nodes", outcome.graph().nodes());
        json.writeNumberField("indexed_edges", outcome.graph().edges());
        json.writeNumberField("failed_files", outcome.failedFiles());
        json.writeNumberField("unchanged_files", outcome.unchangedFiles());
        json.writeNumberField("deleted_files", outcome.deletedFiles());
        json.writeNumberField("processing_time_ms", millis);
        writeProblems(json, outcome.problems());
        json.writeEndObject();
    }

    private static void writeProblems(JsonGenerator json, List<FileProblem> problems) throws IOException {
        json.writeArrayFieldStart("errors");
        for (FileProblem problem : problems) {
            json.writeStartObject();
            json.writeStringField("file", problem.shownPath());
            json.writeStringField("error", problem.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeRepositories(JsonGenerator json, List<RepositoryFigures> repositories) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("repositories");
        for (RepositoryFigures figures : repositories) {
            json.writeStartObject();
            writeFigures(json, figures);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFigures(JsonGenerator json, RepositoryFigures figures) throws IOException {
        json.writeStringField("repository", figures.repository());
        json.writeNumberField("file_count", figures.files());
        json.writeNumberField("chunk_count", figures.chunks());
        json.writeStringField("last_indexed", figures.lastIndexed().toString());
    }

    static void writeStatus(
            JsonGenerator json,
            List<RepositoryFigures> repositories,
            EmbeddingSpace space,
            Map<Step, Duration> times,
            Map<String, Object> index)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("repositories");
        for (RepositoryFigures figures : repositories) {
            json.writeStartObject();
            writeFigures(json, figures);
            long made = figures.wantedVectors() - figures.awaitedVectors();
            json.writeNumberField("vectors_wanted", figures.wantedVectors());
            json.writeNumberField("vectors_awaited", figures.awaitedVectors());
            json.writeNumberField(
                    "vectors_percent",
                    figures.wantedVectors() == 0 ? 100.0 : Math.floor(1_000.0 * made / figures.wantedVectors()) / 10);
            json.writeNumberField("error_count", figures.problemCount());
            writeProblems(json, figures.problems());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("embedding_model", space.model());
        json.writeObjectFieldStart("times_ms");
        for (Map.Entry<Step, Duration> time : times.entrySet()) {
            json.writeNumberField(
                    time.getKey().name().toLowerCase(Locale.ROOT),
                    time.getValue().toMillis());
        }
        json.writeEndObject();
        json.writeFieldName("index");
        Json.MAPPER.writeValue(json, index);
        json.writeEndObject();
    }

    static void writeRemoval(JsonGenerator json, String repository, Removal removal) throws IOException {
        json.writeStartObject();
        json.writeStringField("repository", repository);
        json.writeNumberField("deleted_files", removal.files().size());
        json.writeNumberField("deleted_chunks", removal.chunks());
        json.writeNumberField("deleted_nodes", removal.nodes());
        json.writeNumberField("deleted_edges", removal.edges());
        json.writeEndObject();
    }

    static void writeFiles(
            JsonGenerator json, List<FileState> files, Predicate<FileState> isCurrent, @Nullable String next)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("files");
        for (FileState file : files) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeStringField("content_hash", file.contentHash().hex());
            json.writeNumberField("chunk_count", file.chunkCount());
            json.writeBooleanField("current", isCurrent.test(file));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("next_cursor", next);
        json.writeEndObject();
    }

    /** The members of a result that say what was found. */
    static void writeChunk(JsonGenerator json, ChunkInFile found) throws IOException {
        json.writeStringField("chunk_id", found.chunk().id().toString());
        json.writeStringField("source_code", found.chunk().chunk().source());
        json.writeStringField("name", found.chunk().chunk().name());
        json.writeStringField("language", found.file().language().name());
        json.writeStringField("chunk_type", found.chunk().chunk().type().wireName());
        json.writeStringField("file_path", found.file().path());
        json.writeObjectFieldStart("metadata");
        writeMetadata(json, found.chunk().chunk().metadata(), found.file().imports());
        CodeFile file = found.file();
        json.writeStringField("qualified_name", found.chunk().chunk().qualifiedName());
        json.writeNumberField("start_line", found.chunk().chunk().startLine());
        json.writeNumberField("end_line", found.chunk().chunk().endLine());
        json.writeStringField("repository", file.repository());
        json.writeStringField("commit_hash", file.commitHash());
        json.writeStringField("indexed_at", file.indexedAt().toString());
        json.writeBooleanField("is_test", file.isTest());
        json.writeBooleanField("is_generated", file.isGenerated());
        json.writeEndObject();
    }

    private static void writeMetadata(JsonGenerator json, ChunkMetadata metadata, List<String> imports)
            throws IOException {
        json.writeStringField("signature", metadata.signature());
        writeTexts(json, "parameters", metadata.parameters());
        json.writeStringField("returns", metadata.returns());
        writeTexts(json, "decorators", metadata.decorators());
        json.writeStringField("docstring", metadata.docstring());
        json.writeObjectFieldStart("complexity");
        json.writeNumberField("cyclomatic", metadata.complexity().cyclomatic());
        json.writeNumberField("lines_of_code", metadata.complexity().linesOfCode());
        json.writeEndObject();
        writeTexts(json, "imports", imports);
        writeTexts(json, "calls", metadata.calls());
    }

    static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
