package io.mnemolite.lucene;

import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.lucene.metadata.MetadataTerms;
import io.mnemolite.lucene.text.JsonText;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** An event as the index sees it. Nothing is stored: rows come from the store. */
final class EventDocument {

    /** Part of the index format: raise it with every change of what a document holds. */
    static final int VERSION = 2;

    static final String ID = "id";
    static final String TIMESTAMP = "timestamp";
    static final String TEXT = "text";
    static final String METADATA = "metadata";
    static final String VECTOR = "vector";

    private static final FieldType KEY = terms(IndexOptions.DOCS, DocValuesType.BINARY, false);
    private static final FieldType WORDS = terms(IndexOptions.DOCS_AND_FREQS, DocValuesType.NONE, true);
    private static final FieldType TERM = terms(IndexOptions.DOCS, DocValuesType.NONE, false);

    private EventDocument() {}

    /** @param dimension of the vectors that are searched; those of another one are left out */
    static Document of(Event event, int dimension) {
        Document document = new Document();
        document.add(new Field(ID, EventKey.of(event.id()), KEY));
        document.add(new LongField(TIMESTAMP, Microseconds.floor(event.timestamp()), Field.Store.NO));
        String text = JsonText.of(event.content());
        if (!text.isEmpty()) {
            document.add(new Field(TEXT, text, WORDS));
        }
        for (BytesRef term : MetadataTerms.ofDocument(event.metadata())) {
            document.add(new Field(METADATA, term, TERM));
        }
        StoredVector vector = event.vector();
        if (vector != null && vector.vector().dimension() == dimension) {
            document.add(
                    new KnnFloatVectorField(VECTOR, vector.vector().toArray(), VectorSimilarityFunction.EUCLIDEAN));
        }
        return document;
    }

    static Term key(EventId id) {
        return new Term(ID, EventKey.of(id));
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
}
