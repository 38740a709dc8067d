package io.mnemolite.lucene.disk;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How documents become terms.
 *
 * @param name an index that was written under another name is not used
 * @param analyzer of texts that do not bring their terms along
 * @param similarity tells how long a text is
 */
public record DocumentFormat(String name, Analyzer analyzer, Similarity similarity) {}
