package io.mnemolite.lucene.code.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.lucene.text.TextAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Counted terms make the index that Lucene makes of the same texts by itself. */
class TermCountingTest {

    private static final String FIELD = "words";

    private static final List<String> PIECES = List.of(
            "getUserName",
            "user_name",
            "HTTPServer2",
            "sha256",
            "foo.bar",
            "1,000",
            "3.14",
            "it's",
            "don't",
            "O'Neil's",
            "kebab-case",
            "a",
            "_x",
            "__init__",
            "Straße",
            "naïve",
            "e\u0301te\u0301",
            "\u0301",
            "検索する",
            "東京",
            "한국어",
            "ไทย",
            "\uFF21\uFF22",
            "\u2019s",
            "ﬁne",
            "\uD83D\uDE00",
            "#\uFE0F\u20E3",
            "a:b",
            "x;y",
            "\"q\"",
            "ש\"ל",
            "@Override",
            "a->b",
            "c::d",
            "running",
            "#",
            "*",
            "\u200D",
            "\u00A0",
            "%",
            "x".repeat(300),
            "1-2",
            "A-B",
            "--",
            "...",
            "'",
            "0x1F",
            "1e-5");

    private static final List<String> BETWEEN =
            List.of(" ", "", "\n", "(", ")", ".", ",", ";", "-", "'", ":", "/", "=", "\t");

    @Test
    void words_areWhatTheAnalyserMakesOfTheWholeText() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TermCounting counting = new TermCounting();
        List<String> texts = new ArrayList<>(List.of("", " ", "a", "a a b"));
        for (int i = 0; i < 200; i++) {
            texts.add(text(random, 1 + i / 10));
        }

        for (String text : texts) {
            assertThat(indexed(new Field(FIELD, counting.words(text), ranked()), new CountedLength()))
                    .as("%s, seed %s", text, seed)
                    .isEqualTo(indexed(new Field(FIELD, text, ranked()), new BM25Similarity()));
        }
    }

    @Test
    void wordTrigrams_areCounted() throws IOException {
        Map<String, Integer> index =
                indexed(new Field(FIELD, new TermCounting().wordTrigrams("Add add é"), ranked()), new CountedLength());

        assertThat(index)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("  a", 2, " ad", 2, "add", 2, "dd ", 2, "  é", 1, " é ", 1, "length", 10));
    }

    @Test
    void textTrigrams_ofManyKinds_areEachThereOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (char c = 'a'; c < 'a' + 5_000; c++) {
            text.append(c).append("x\n");
        }
        String whole = text.append(text).toString();
        Set<String> expected = new TreeSet<>(TextTrigrams.of(whole));
        expected.add("length");
        TermCounting counting = new TermCounting();

        assertThat(indexed(new Field(FIELD, counting.textTrigrams(whole), ranked()), new CountedLength())
                        .keySet())
                .isEqualTo(expected);
        assertThat(indexed(new Field(FIELD, counting.textTrigrams("ABC"), ranked()), new CountedLength()))
                .containsOnlyKeys("abc", "length");
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(BETWEEN.get(random.nextInt(BETWEEN.size())));
        }
        return text.toString();
    }

    /** Each term with its frequency, and the length of the text. */
    private static Map<String, Integer> indexed(Field field, Similarity similarity) throws IOException {
        Map<String, Integer> held = new TreeMap<>();
        Analyzer analyzer = TextAnalyzer.forDocuments();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(similarity))) {
            Document document = new Document();
            document.add(field);
            writer.addDocument(document);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                LeafReader segment = reader.leaves().getFirst().reader();
                NumericDocValues norms = segment.getNormValues(FIELD);
                if (norms != null && norms.advanceExact(0)) {
                    held.put("length", (int) norms.longValue());
                }
                if (segment.terms(FIELD) != null) {
                    TermsEnum terms = segment.terms(FIELD).iterator();
                    while (terms.next() != null) {
                        PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
                        assertThat(postings.nextDoc()).isNotEqualTo(DocIdSetIterator.NO_MORE_DOCS);
                        held.put(terms.term().utf8ToString(), postings.freq());
                    }
                }
            }
        }
        return held;
    }

    private static FieldType ranked() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
