package io.mnemolite.lucene.query;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Which ids a reader holds. */
public final class IdLookup {

    private IdLookup() {}

    /**
     * Those of the ids that no document has.
     *
     * @param field of the ids
     * @param key an id as a term of the field
     */
    public static <I extends Comparable<I>> Set<I> absent(
            Collection<I> ids, String field, Function<I, BytesRef> key, IndexReader reader) throws IOException {
        Set<I> absent = new TreeSet<>(ids);
        for (LeafReaderContext segment : reader.leaves()) {
            Terms terms = segment.reader().terms(field);
            if (terms != null) {
                removePresent(absent, key, terms.iterator(), segment.reader());
            }
        }
        return absent;
    }

    private static <I> void removePresent(Set<I> ids, Function<I, BytesRef> key, TermsEnum terms, LeafReader segment)
            throws IOException {
        PostingsEnum documents = null;
        for (var id = ids.iterator(); id.hasNext(); ) {
            if (terms.seekExact(key.apply(id.next()))) {
                documents = terms.postings(documents, PostingsEnum.NONE);
                if (isAnyLive(documents, segment.getLiveDocs())) {
                    id.remove();
                }
            }
        }
    }

    private static boolean isAnyLive(DocIdSetIterator documents, @Nullable Bits live) throws IOException {
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                return true;
            }
        }
        return false;
    }
}
