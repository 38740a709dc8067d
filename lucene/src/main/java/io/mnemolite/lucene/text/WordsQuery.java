package io.mnemolite.lucene.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words to a query for any of them. Everything is a word: nothing in the text is syntax. A composed name matches as a
 * whole and by its parts. Repeated words count once, and of very many the first ones.
 *
 * <p>One flat disjunction: only for that does Lucene skip the documents that cannot be among the best. A name nested in it
 * made searches with one three times slower.
 */
public final class WordsQuery {

    /** Terms looked for at most; Lucene refuses 1,024 clauses, and the filters need some of them. */
    static final int MAX_TERMS = 512;

    /** Characters looked at, so that a text of megabytes costs no more than a page. */
    static final int MAX_CHARACTERS = 200_000;

    private final Analyzer analyzer = TextAnalyzer.forQueries();
    private final String field;

    public WordsQuery(String field) {
        this.field = field;
    }

    /** The query; it matches nothing when there is no word. */
    public Query of(String words) {
        List<Query> terms = terms(words).stream()
                .<Query>map(term -> new TermQuery(new Term(field, term)))
                .toList();
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(term, Occur.SHOULD));
        return any.build();
    }

    /** The words and their parts, distinct, in order. */
    public Set<String> terms(String words) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(field, beginning(words))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < MAX_TERMS && stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static String beginning(String words) {
        if (words.length() <= MAX_CHARACTERS) {
            return words;
        }
        int end = MAX_CHARACTERS;
        while (end > 0 && Character.isLetterOrDigit(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end);
    }
}
