package io.mnemolite.lucene.code;

import io.mnemolite.core.code.search.CodeFilter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** A filter and kinds of documents as a query, exact in every part. */
final class CodeFilterQuery {

    private CodeFilterQuery() {}

    /** @param kinds of which a document is one */
    static Query of(CodeFilter filter, String... kinds) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder ofKind = new BooleanQuery.Builder();
        for (String kind : kinds) {
            ofKind.add(new TermQuery(new Term(CodeDocuments.KIND, kind)), Occur.SHOULD);
        }
        all.add(ofKind.build(), Occur.FILTER);
        add(CodeDocuments.LANGUAGE, filter.language(), all);
        add(CodeDocuments.TYPE, filter.chunkType(), all);
        add(CodeDocuments.REPOSITORY, filter.repository(), all);
        String path = filter.filePath();
        if (path != null && !path.isEmpty()) {
            all.add(new WildcardQuery(new Term(CodeDocuments.PATH, "*" + escaped(path) + "*")), Occur.FILTER);
        }
        return all.build();
    }

    private static void add(String field, @Nullable String value, BooleanQuery.Builder all) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == WildcardQuery.WILDCARD_STRING
                    || c == WildcardQuery.WILDCARD_CHAR
                    || c == WildcardQuery.WILDCARD_ESCAPE) {
                escaped.append(WildcardQuery.WILDCARD_ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
