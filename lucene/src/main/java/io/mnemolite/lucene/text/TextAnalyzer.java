package io.mnemolite.lucene.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Text to terms: Unicode word breaks, Chinese, Japanese and Korean as bigrams, possessives cut, composed names with their
 * parts at the same position, lower case, accents folded, light English stems. No token exceeds 255 characters, so that
 * no term reaches Lucene's limit.
 */
public final class TextAnalyzer extends Analyzer {

    /** Part of the index format: raise it with every change of what comes out. */
    public static final int VERSION = 1;

    private static final int BIGRAMS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    /** Requests run on threads of their own, where what is kept per thread is never used again. */
    private static final ReuseStrategy NO_REUSE = new ReuseStrategy() {
        @Override
        public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String fieldName) {
            return null;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String fieldName, TokenStreamComponents components) {}
    };

    private final boolean unigrams;

    private TextAnalyzer(boolean unigrams, ReuseStrategy reuse) {
        super(reuse);
        this.unigrams = unigrams;
    }

    /** For documents: bigrams and single characters. */
    public static TextAnalyzer forDocuments() {
        return new TextAnalyzer(true, GLOBAL_REUSE_STRATEGY);
    }

    /** For queries: single characters only where one stands alone. */
    public static TextAnalyzer forQueries() {
        return new TextAnalyzer(false, NO_REUSE);
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        try {
            StringBuilder text = new StringBuilder();
            // Small: most texts are single words of code.
            char[] buffer = new char[256];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
            return new StringReader(PlainText.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new CJKBigramFilter(tokenizer, BIGRAMS, unigrams);
        stream = new EnglishPossessiveFilter(stream);
        stream = new IdentifierPartsFilter(stream);
        stream = new LowerCaseFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
    }
}
