package io.mnemolite.lucene.code;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Terms any of which is looked for.
 *
 * @param weights how much each counts
 * @param required how many a match must have, from 1
 */
record LexicalTerms(Map<Term, Float> weights, int required) {

    LexicalTerms {
        weights = new LinkedHashMap<>(weights);
    }

    /**
     * The query for any of the terms in what passes the filter. One flat disjunction of which one term is required: only for
     * that does Lucene skip whatever cannot be among the best. Where more are required, {@link #enough} picks from what it
     * finds.
     */
    Query any(Query filter) {
        if (weights.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder any =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(1).add(filter, Occur.FILTER);
        weights.forEach((term, weight) -> any.add(new BoostQuery(new TermQuery(term), weight), Occur.SHOULD));
        return any.build();
    }

    /** Those hits that have as many of the terms as are required, in their order. */
    List<ScoreDoc> enough(ScoreDoc[] hits, IndexSearcher searcher) throws IOException {
        if (required <= 1) {
            return Arrays.asList(hits);
        }
        ScoreDoc[] byDocument = hits.clone();
        Arrays.sort(byDocument, Comparator.comparingInt(hit -> hit.doc));
        Map<Integer, Integer> held = new HashMap<>();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        int next = 0;
        while (next < byDocument.length) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(byDocument[next].doc, segments));
            int end = next;
            while (end < byDocument.length
                    && byDocument[end].doc < segment.docBase + segment.reader().maxDoc()) {
                end++;
            }
            for (Term term : weights.keySet()) {
                PostingsEnum holders = segment.reader().postings(term, PostingsEnum.NONE);
                for (int i = next; holders != null && i < end; i++) {
                    if (Holders.hold(holders, byDocument[i].doc - segment.docBase)) {
                        held.merge(byDocument[i].doc, 1, Integer::sum);
                    }
                }
            }
            next = end;
        }
        return Arrays.stream(hits)
                .filter(hit -> held.getOrDefault(hit.doc, 0) >= required)
                .toList();
    }
}
