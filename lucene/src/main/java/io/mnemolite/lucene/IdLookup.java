package io.mnemolite.lucene;

import io.mnemolite.core.event.EventId;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Which ids a reader holds. */
final class IdLookup {

    private IdLookup() {}

    static Set<EventId> absent(Collection<EventId> ids, IndexReader reader) throws IOException {
        Set<EventId> absent = new TreeSet<>(ids);
        for (LeafReaderContext segment : reader.leaves()) {
            Terms terms = segment.reader().terms(EventDocument.ID);
            if (terms != null) {
                removePresent(absent, terms.iterator(), segment.reader());
            }
        }
        return absent;
    }

    private static void removePresent(Set<EventId> ids, TermsEnum terms, LeafReader segment) throws IOException {
        PostingsEnum documents = null;
        for (var id = ids.iterator(); id.hasNext(); ) {
            if (terms.seekExact(EventKey.of(id.next()))) {
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
