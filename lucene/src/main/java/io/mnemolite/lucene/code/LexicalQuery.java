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

/** Words to their stems, parts and trigrams. Everything is a word: nothing in the text is syntax. */
final class LexicalQuery {

    /** How much the words count beside the trigrams. */
    static final float WORDS_WEIGHT = 1;

    static final float TRIGRAMS_WEIGHT = 0.25f;

    /** Of words and of trigrams; Lucene refuses 1,024 clauses. */
    private static final int MAX_TERMS = 400;

    /** One in so many terms has to be there beside one, so that a few trigrams in common are no match. */
    private static final int TERMS_PER_REQUIRED = 4;

    /** Of more terms, one is enough: rarely is a long query all noise. */
    private static final int FEW_TERMS = 30;

    /** Trigrams looked for: of more, the rarest, which tell most, while the commonest cost most. */
    private static final int RAREST_TRIGRAMS = 32;

    private final WordsQuery words = new WordsQuery(CodeDocuments.WORDS);

    /** @param reader tells how rare trigrams are */
    LexicalTerms of(String text, IndexReader reader) throws IOException {
        String content = FunctionWords.without(text);
        Map<Term, Float> weights = new LinkedHashMap<>();
        words.terms(content).stream()
                .limit(MAX_TERMS)
                .forEach(term -> weights.put(new Term(CodeDocuments.WORDS, term), WORDS_WEIGHT));
        rarest(WordTrigrams.distinct(content, MAX_TERMS), reader)
                .forEach(trigram -> weights.put(new Term(CodeDocuments.TRIGRAMS, trigram), TRIGRAMS_WEIGHT));
        int required = weights.size() > FEW_TERMS ? 1 : 1 + (weights.size() - 1) / TERMS_PER_REQUIRED;
        return new LexicalTerms(weights, required);
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
}
