package io.mnemolite.lucene;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.lucene.metadata.MetadataTerms;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** An event filter as a query: exact in time, in metadata a superset except where {@link MetadataTerms#isExact} says so. */
final class EventFilterQuery {

    /** What a document has whose terms were too many. */
    static final Term PASSES_EVERYTHING = term(MetadataTerms.EVERYTHING);

    private EventFilterQuery() {}

    /** Empty when the filter excludes nothing. */
    static Optional<Query> of(EventFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (filter.from() != null || filter.to() != null) {
            all.add(
                    LongField.newRangeQuery(
                            EventDocument.TIMESTAMP,
                            filter.from() == null ? Long.MIN_VALUE : Microseconds.ceil(filter.from()),
                            filter.to() == null ? Long.MAX_VALUE : Microseconds.floor(filter.to())),
                    Occur.FILTER);
        }
        List<BytesRef> terms = MetadataTerms.ofFilter(filter.metadata());
        if (!terms.isEmpty()) {
            all.add(mayContain(terms), Occur.FILTER);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static Query mayContain(List<BytesRef> terms) {
        BooleanQuery.Builder each = new BooleanQuery.Builder();
        terms.forEach(term -> each.add(new TermQuery(term(term)), Occur.FILTER));
        return new BooleanQuery.Builder()
                .add(each.build(), Occur.SHOULD)
                .add(new TermQuery(PASSES_EVERYTHING), Occur.SHOULD)
                .build();
    }

    private static Term term(BytesRef hash) {
        return new Term(EventDocument.METADATA, hash);
    }
}
