package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.Complexity;
import io.mnemolite.core.code.EmbeddingText;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.StorableText;
import io.mnemolite.core.code.facts.FileFactsCodec;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.error.MnemoliteException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a file as it was handed in to what is to be stored of it. Never throws for a file, however odd. */
final class FileDrafting {

    private static final Logger LOG = LoggerFactory.getLogger(FileDrafting.class);

    /** In a version: what follows is the language that the caller named. */
    private static final String NAMED_LANGUAGE = "; as ";

    private static final ChunkMetadata NO_METADATA =
            new ChunkMetadata(null, List.of(), null, List.of(), null, new Complexity(0, 0), List.of());

    private final SourceParser parser;

    FileDrafting(SourceParser parser) {
        this.parser = parser;
    }

    /** What becomes of a file. */
    sealed interface Drafted {

        /** It is what is stored already. */
        record Unchanged(int chunks) implements Drafted {}

        record New(CodeFileDraft draft) implements Drafted {}

        record Failed(FileProblem problem) implements Drafted {}
    }

    /** @param known what is stored under the file's path */
    Drafted draft(SourceFile file, IndexRequest request, @Nullable FileState known) {
        try {
            Optional<String> problem = problem(file);
            if (problem.isPresent()) {
                return failed(file, problem.get());
            }
            Sha256 hash = Sha256.of(file.content());
            String version = version(request.extractMetadata(), file.language());
            if (known != null
                    && known.contentHash().equals(hash)
                    && known.parserVersion().equals(version)
                    && (known.isEmbedded() || !request.generateEmbeddings())) {
                return new Drafted.Unchanged(known.chunkCount());
            }
            return draft(file, request, hash, version);
        } catch (MnemoliteException e) {
            String named = file.language() != null || known == null ? null : namedLanguage(known, request);
            // Nothing tells another language, so that the one named once stays.
            return named == null
                    ? failed(file, e.sentence())
                    : draft(new SourceFile(file.path(), file.content(), named), request, known);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The file '{}' of '{}' could not be indexed", file.path(), request.repository(), e);
            return failed(
                    file,
                    "The file '" + file.path() + "' could not be parsed; the server's log has the cause. Report it.");
        }
    }

    /** The language that was named for what is stored. */
    private @Nullable String namedLanguage(FileState known, IndexRequest request) {
        String before = version(request.extractMetadata(), null) + NAMED_LANGUAGE;
        return known.parserVersion().startsWith(before) ? known.parserVersion().substring(before.length()) : null;
    }

    /** Whether a file that is stored so was made of its content as it would be now, with everything on, in whatever language. */
    boolean isCurrent(FileState state) {
        return isCurrentVersion(state.parserVersion()) && state.isEmbedded();
    }

    private boolean isCurrentVersion(String version) {
        String current = version(true, null);
        return version.equals(current) || version.startsWith(current + NAMED_LANGUAGE);
    }

    private static Optional<String> problem(SourceFile file) {
        Optional<String> ofPath = CodePath.problem(file.path());
        return ofPath.isPresent()
                ? ofPath
                : StorableText.problem(file.content())
                        .map(what -> "The file '" + file.path() + "' is left out: " + what);
    }

    private Drafted draft(SourceFile file, IndexRequest request, Sha256 hash, String version) {
        ParsedFile parsed = parser.parse(file);
        List<Chunk> chunks = request.extractMetadata()
                ? parsed.chunks()
                : parsed.chunks().stream().map(FileDrafting::withoutMetadata).toList();
        if (!areWhole(chunks, file.content())) {
            LOG.error("The chunks of '{}' of '{}' are not its text", file.path(), request.repository());
            return failed(
                    file, "The file '" + file.path() + "' could not be cut into chunks without a loss. Report it.");
        }
        return new Drafted.New(new CodeFileDraft(
                request.repository(),
                file.path(),
                parsed.language(),
                hash,
                version,
                file.content().getBytes(StandardCharsets.UTF_8).length,
                (int) file.content().lines().count(),
                parsed.isTest(),
                parsed.isGenerated(),
                request.generateEmbeddings(),
                request.commitHash(),
                CodeChunk.of(request.repository(), file.path(), chunks),
                request.extractMetadata()
                        ? parsed.imports().stream().map(StorableText::repaired).toList()
                        : List.of(),
                parsed.facts() == null ? new byte[0] : FileFactsCodec.encode(parsed.facts()),
                parsed.problems().stream().map(StorableText::repaired).toList()));
    }

    /** Of everything that decides what becomes of a file beside the file. */
    private String version(boolean extractMetadata, @Nullable String language) {
        return parser.version() + "; text " + EmbeddingText.VERSION + (extractMetadata ? "" : "; no metadata")
                + (language == null ? "" : NAMED_LANGUAGE + language);
    }

    private static Chunk withoutMetadata(Chunk chunk) {
        return new Chunk(
                chunk.type(),
                chunk.name(),
                chunk.qualifiedName(),
                chunk.source(),
                chunk.startLine(),
                chunk.endLine(),
                NO_METADATA);
    }

    private static boolean areWhole(List<Chunk> chunks, String content) {
        int at = 0;
        for (Chunk chunk : chunks) {
            if (!content.startsWith(chunk.source(), at)) {
                return false;
            }
            at += chunk.source().length();
        }
        return at == content.length();
    }

    private static Drafted failed(SourceFile file, String sentence) {
        return new Drafted.Failed(new FileProblem(file.path(), StorableText.repaired(sentence)));
    }
}
