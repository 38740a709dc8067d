package io.mnemolite.lucene.code;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.EmbeddingText;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.lucene.code.terms.TermCounting;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/**
 * Files as the index sees them; used by one thread at a time. A file is a document per chunk for ranked searches, and one for the file as a whole that tells which
 * pieces of text it may hold. Nothing is stored: rows come from the store.
 *
 * <p>Fields are weighted by repetition: a chunk is one text in which its name occurs three times and the name of what encloses
 * it twice. BM25 of that text is BM25F (Robertson, Zaragoza, Taylor: Simple BM25 Extension to Multiple Weighted Fields, 2004),
 * and Lucene skips what cannot be among the best, which it does not for scores over several fields.
 */
final class CodeDocuments {

    /** Part of the index format: raise it with every change of what a document holds. */
    static final int VERSION = 2;

    static final String FILE = "file";
    static final String CHUNK = "chunk";
    static final String KIND = "kind";
    static final String WORDS = "words";
    static final String TRIGRAMS = "trigrams";
    static final String HELD = "held";
    static final String VECTOR = "vector";
    static final String WANTS = "wants";
    static final String LANGUAGE = "language";
    static final String TYPE = "type";
    static final String REPOSITORY = "repository";
    static final String PATH = "path";

    /** The kind of a chunk. */
    static final String ORDINARY = "ordinary";

    /** The kind of a chunk of tests or of generated code. */
    static final String LESSER = "lesser";

    /** The kind of a file as a whole. */
    static final String WHOLE = "whole";

    /** What lies beyond in a chunk is found by the search of text only. */
    private static final int MAX_CHARACTERS = 200_000;

    private static final FieldType KEY = terms(IndexOptions.DOCS, DocValuesType.BINARY, false);
    private static final FieldType TERM = terms(IndexOptions.DOCS, DocValuesType.NONE, false);
    private static final FieldType RANKED = terms(IndexOptions.DOCS_AND_FREQS, DocValuesType.NONE, true);
    private static final FieldType SET = set();

    private final TermCounting counting = new TermCounting();
    private final int dimension;

    /** @param dimension of the vectors that are searched; those of another one are left out */
    CodeDocuments(int dimension) {
        this.dimension = dimension;
    }

    List<Document> of(IndexedCodeFile file) {
        List<Document> documents = new ArrayList<>(file.pieces().size() + 1);
        String kind = file.file().isLesser() ? LESSER : ORDINARY;
        for (IndexedCodeFile.Piece piece : file.pieces()) {
            Document document = document(file.file(), kind);
            document.add(new BinaryDocValuesField(CHUNK, Keys.of(piece.chunk().id())));
            document.add(new Field(TYPE, piece.chunk().chunk().type().wireName(), TERM));
            String text = text(file.file(), piece.chunk().chunk());
            document.add(new Field(WORDS, counting.words(text), RANKED));
            document.add(new Field(TRIGRAMS, counting.wordTrigrams(text), RANKED));
            if (file.file().isEmbedded()) {
                document.add(new Field(WANTS, VECTOR, TERM));
            }
            addVector(document, piece.vector());
            documents.add(document);
        }
        Document whole = document(file.file(), WHOLE);
        // Without words, but with a length: only when every document has one are lengths looked up without a search.
        whole.add(new Field(WORDS, counting.words(""), RANKED));
        whole.add(new Field(TRIGRAMS, counting.wordTrigrams(""), RANKED));
        whole.add(new Field(HELD, counting.textTrigrams(file.text()), SET));
        documents.add(whole);
        return documents;
    }

    private static Document document(CodeFile file, String kind) {
        Document document = new Document();
        document.add(new Field(FILE, Keys.of(file.id()), KEY));
        document.add(new Field(KIND, kind, TERM));
        document.add(new Field(LANGUAGE, file.language().name(), TERM));
        document.add(new Field(REPOSITORY, file.repository(), TERM));
        document.add(new Field(PATH, file.path(), TERM));
        return document;
    }

    private void addVector(Document document, @Nullable EmbeddingVector vector) {
        // What has no direction is near to nothing.
        if (vector != null
                && vector.dimension() == dimension
                && vector.cosineDistance(vector).isPresent()) {
            document.add(new KnnFloatVectorField(VECTOR, vector.toArray(), VectorSimilarityFunction.COSINE));
        }
    }

    private static String text(CodeFile file, Chunk chunk) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(chunk.name()).append('\n');
        }
        String enclosing = EmbeddingText.enclosing(chunk);
        for (int i = 0; i < 2; i++) {
            text.append(enclosing).append('\n');
        }
        text.append(file.path()).append('\n');
        append(chunk.metadata().signature(), text);
        String documentation = chunk.metadata().docstring();
        append(documentation, text);
        append(chunk.source(), text);
        return text.toString();
    }

    private static void append(@Nullable String part, StringBuilder text) {
        if (part != null) {
            text.append(part, 0, Math.min(part.length(), Math.max(0, MAX_CHARACTERS - text.length())))
                    .append('\n');
        }
    }

    static Term key(CodeFileId id) {
        return new Term(FILE, Keys.of(id));
    }

    /** Positions are left out everywhere: no query asks for phrases. */
    private static FieldType terms(IndexOptions options, DocValuesType values, boolean analysed) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setDocValuesType(values);
        type.setTokenized(analysed);
        type.setOmitNorms(!analysed);
        type.freeze();
        return type;
    }

    private static FieldType set() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
