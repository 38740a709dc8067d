package io.mnemolite.lucene.code.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * How often each term of the analyser occurs. A text is cut where no token can reach across, and what was analysed once is
 * not analysed again.
 */
final class WordCounts {

    private static final String FIELD = "words";

    /** Longer pieces hardly ever come twice. */
    private static final int LONGEST_REMEMBERED = 64;

    /** When so many pieces are remembered, all are forgotten. */
    private static final int MOST_REMEMBERED = 50_000;

    /** Signs that may join what stands on both of their sides. */
    private static final String JOINING = ".,:;'\"-";

    private final Analyzer analyzer;
    private final Map<String, Piece> pieces = new HashMap<>();
    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    private final List<BytesRef> terms = new ArrayList<>();
    private int[] counts = new int[1 << 10];
    private int[] used = new int[1 << 10];
    private int distinct;
    private int length;

    WordCounts(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** What stands between two cuts. */
    private static final class Piece {

        /** The numbers of its terms, repeated ones again. */
        private final int[] terms;

        /** In tokens, without those at the position of another. */
        private final int length;

        Piece(int[] terms, int length) {
            this.terms = terms;
            this.length = length;
        }
    }

    CountedTerms of(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isCut(text, i)) {
                if (i > start) {
                    count(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return take();
    }

    /** No token holds this character, and what follows does not change it, as a combining mark does. */
    private static boolean isCut(String text, int i) {
        char c = text.charAt(i);
        if (isInWord(c) || (i + 1 < text.length() && text.charAt(i + 1) >= 0x80)) {
            return false;
        }
        return JOINING.indexOf(c) < 0
                || i == 0
                || i + 1 == text.length()
                || !isInWord(text.charAt(i - 1))
                || !isInWord(text.charAt(i + 1));
    }

    private static boolean isInWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
    }

    private void count(String text) {
        Piece piece =
                text.length() > LONGEST_REMEMBERED ? analysed(text) : pieces.computeIfAbsent(text, this::analysed);
        for (int number : piece.terms) {
            if (counts[number]++ == 0) {
                used[distinct++] = number;
            }
        }
        length += piece.length;
    }

    private Piece analysed(String text) {
        int[] found = new int[2];
        int size = 0;
        int tokens = 0;
        try (TokenStream stream = analyzer.tokenStream(FIELD, text)) {
            TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = number(term.getBytesRef());
                tokens += position.getPositionIncrement();
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Piece(Arrays.copyOf(found, size), tokens);
    }

    private int number(BytesRef spelling) {
        Integer known = numbers.get(spelling);
        if (known != null) {
            return known;
        }
        BytesRef own = BytesRef.deepCopyOf(spelling);
        numbers.put(own, terms.size());
        terms.add(own);
        if (terms.size() > counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
            used = Arrays.copyOf(used, counts.length);
        }
        return terms.size() - 1;
    }

    private CountedTerms take() {
        int[] ends = new int[distinct];
        int[] occurrences = new int[distinct];
        int end = 0;
        for (int i = 0; i < distinct; i++) {
            end += terms.get(used[i]).length;
            ends[i] = end;
        }
        byte[] spellings = new byte[end];
        for (int i = 0; i < distinct; i++) {
            BytesRef term = terms.get(used[i]);
            System.arraycopy(term.bytes, term.offset, spellings, ends[i] - term.length, term.length);
            occurrences[i] = counts[used[i]];
            counts[used[i]] = 0;
        }
        CountedTerms taken = new CountedTerms(spellings, ends, occurrences, length);
        distinct = 0;
        length = 0;
        if (pieces.size() > MOST_REMEMBERED || terms.size() > MOST_REMEMBERED) {
            pieces.clear();
            numbers.clear();
            terms.clear();
        }
        return taken;
    }
}
