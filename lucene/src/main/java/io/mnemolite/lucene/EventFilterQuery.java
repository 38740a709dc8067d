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

/** An event filter as a query: exact in time, a superset in metadata. */
final class EventFilterQuery {

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
        terms.forEach(term -> each.add(metadata(term), Occur.FILTER));
        return new BooleanQuery.Builder()
                .add(each.build(), Occur.SHOULD)
                .add(metadata(MetadataTerms.EVERYTHING), Occur.SHOULD)
                .build();
    }

    private static Query metadata(BytesRef term) {
        return new TermQuery(new Term(EventDocument.METADATA, term));
    }
}
