package io.mnemolite.lucene.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words to a query for any of them. Everything is a word: nothing in the text is syntax. A composed name matches as a
 * whole or by its parts, and the better of the two counts, with a little of the other. Repeated words count once, and of
 * very many the first ones.
 */
public final class WordsQuery {

    /** Terms looked for at most; Lucene refuses 1,024 clauses, and the filters need some of them. */
    static final int MAX_TERMS = 512;

    /** Characters looked at, so that a text of megabytes costs no more than a page. */
    static final int MAX_CHARACTERS = 200_000;

    private static final float SHARE_OF_THE_OTHER = 0.2f;

    private final Analyzer analyzer = TextAnalyzer.forQueries();
    private final String field;

    public WordsQuery(String field) {
        this.field = field;
    }

    /** The query; it matches nothing when there is no word. */
    public Query of(String words) {
        Set<List<String>> names = names(words);
        if (names.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        return anyOf(names.stream().map(this::query).toList());
    }

    /** Each word with the parts at its position, distinct, in order. */
    private Set<List<String>> names(String words) {
        Set<List<String>> names = new LinkedHashSet<>();
        int terms = 0;
        try (TokenStream stream = analyzer.tokenStream(field, beginning(words))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            List<String> name = new ArrayList<>();
            boolean isMore = stream.incrementToken();
            while (isMore && terms + name.size() < MAX_TERMS) {
                name.add(term.toString());
                isMore = stream.incrementToken();
                if (!isMore || position.getPositionIncrement() > 0) {
                    if (names.add(List.copyOf(name))) {
                        terms += name.size();
                    }
                    name.clear();
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
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

    private Query query(List<String> name) {
        Query whole = term(name.getFirst());
        List<Query> parts = name.stream()
                .skip(1)
                .distinct()
                .filter(part -> !part.equals(name.getFirst()))
                .map(this::term)
                .toList();
        return parts.isEmpty() ? whole : new DisjunctionMaxQuery(List.of(whole, anyOf(parts)), SHARE_OF_THE_OTHER);
    }

    private Query term(String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query anyOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }
}
