package io.mnemolite.lucene.code;

import io.mnemolite.lucene.code.terms.WordTrigrams;
import io.mnemolite.lucene.text.WordsQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words to a query for any of their stems, parts and trigrams. One flat disjunction, for which Lucene skips what cannot be
 * among the best. Everything is a word: nothing in the text is syntax.
 */
final class LexicalQuery {

    /** How much the words count beside the trigrams. */
    static final float WORDS_WEIGHT = 1;

    static final float TRIGRAMS_WEIGHT = 0.25f;

    /** Of words and of trigrams; Lucene refuses 1,024 clauses. */
    private static final int MAX_TERMS = 400;

    /** One in so many terms has to be there beside one, so that a few trigrams in common are no match. */
    private static final int TERMS_PER_REQUIRED = 4;

    /** Of more terms, one is enough: rarely is a long query all noise, and Lucene skips much less where several are required. */
    private static final int FEW_TERMS = 30;

    /** Trigrams looked for: of more, the rarest, which tell most, while the commonest cost most. */
    private static final int RAREST_TRIGRAMS = 32;

    private final WordsQuery words = new WordsQuery(CodeDocuments.WORDS);

    /**
     * The query; it matches nothing when there is no word.
     *
     * @param reader tells how rare trigrams are
     */
    Query of(String text, IndexReader reader) throws IOException {
        String content = FunctionWords.without(text);
        Set<String> terms = words.terms(content);
        Collection<String> trigrams = rarest(WordTrigrams.distinct(content, MAX_TERMS), reader);
        if (terms.isEmpty() && trigrams.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.stream().limit(MAX_TERMS).forEach(term -> add(CodeDocuments.WORDS, term, WORDS_WEIGHT, any));
        trigrams.forEach(trigram -> add(CodeDocuments.TRIGRAMS, trigram, TRIGRAMS_WEIGHT, any));
        int clauses = Math.min(terms.size(), MAX_TERMS) + trigrams.size();
        any.setMinimumNumberShouldMatch(clauses > FEW_TERMS ? 1 : 1 + (clauses - 1) / TERMS_PER_REQUIRED);
        return any.build();
    }

    private static Collection<String> rarest(Set<String> trigrams, IndexReader reader) throws IOException {
        if (trigrams.size() <= RAREST_TRIGRAMS) {
            return trigrams;
        }
        Map<String, Integer> holders = LinkedHashMap.newLinkedHashMap(trigrams.size());
        for (String trigram : trigrams) {
            int count = reader.docFreq(new Term(CodeDocuments.TRIGRAMS, trigram));
            if (count > 0) {
                holders.put(trigram, count);
            }
        }
        return holders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(RAREST_TRIGRAMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The query for those that pass the filter too: the filter beside the terms, since Lucene skips less in nested queries. */
    static Query filtered(Query words, Query filter) {
        if (!(words instanceof BooleanQuery terms)) {
            return words;
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(terms.getMinimumNumberShouldMatch())
                .add(filter, Occur.FILTER);
        terms.clauses().forEach(both::add);
        return both.build();
    }

    private static void add(String field, String term, float weight, BooleanQuery.Builder any) {
        any.add(new BoostQuery(new TermQuery(new Term(field, term)), weight), Occur.SHOULD);
    }
}
