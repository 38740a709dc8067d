package io.mnemolite.lucene.code;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.lucene.code.terms.TextTrigrams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Collects the ids of the files that a query matches. */
final class HoldingFiles implements CollectorManager<HoldingFiles.Ids, List<CodeFileId>> {

    /** Further trigrams exclude hardly anything more. */
    private static final int MAX_TRIGRAMS = 200;

    /** A query for files that have every trigram of every piece and pass the filter. */
    static Query query(Collection<String> pieces, Query filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(filter, Occur.FILTER);
        pieces.stream()
                .flatMap(piece -> TextTrigrams.of(piece).stream())
                .distinct()
                .limit(MAX_TRIGRAMS)
                .forEach(trigram -> all.add(new TermQuery(new Term(CodeDocuments.HELD, trigram)), Occur.FILTER));
        return all.build();
    }

    @Override
    public Ids newCollector() {
        return new Ids();
    }

    @Override
    public List<CodeFileId> reduce(Collection<Ids> collectors) {
        List<CodeFileId> all = new ArrayList<>();
        collectors.forEach(collector -> all.addAll(collector.ids));
        all.sort(null);
        return all;
    }

    static final class Ids extends SimpleCollector {

        private final List<CodeFileId> ids = new ArrayList<>();
        private @Nullable BinaryDocValues values;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = DocValues.getBinary(context.reader(), CodeDocuments.FILE);
        }

        @Override
        public void collect(int document) throws IOException {
            if (values != null && values.advanceExact(document)) {
                ids.add(Keys.file(values.binaryValue()));
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
