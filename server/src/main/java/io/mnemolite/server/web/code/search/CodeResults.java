package io.mnemolite.server.web.code.search;

import io.mnemolite.server.web.code.source.CodeLine;
import io.mnemolite.server.web.code.source.SourcePlace;
import io.mnemolite.server.web.text.ShownText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found: chunks, or files with lines.
 *
 * @param headline how much
 * @param notes what the reader should know about it, as sentences
 */
public record CodeResults(String headline, List<String> notes, List<Hit> hits, List<MatchedFile> files, long millis) {

    public CodeResults {
        notes = List.copyOf(notes);
        hits = List.copyOf(hits);
        files = List.copyOf(files);
    }

    public boolean isEmpty() {
        return hits.isEmpty() && files.isEmpty();
    }

    /**
     * A chunk.
     *
     * @param symbol the id of the symbol that it is; null when it is none
     * @param hidden how many of its lines are not shown
     */
    public record Hit(
            int place,
            String id,
            ShownText name,
            @Nullable String symbol,
            String kind,
            String language,
            SourcePlace at,
            boolean isTest,
            boolean isGenerated,
            List<CodeLine> lines,
            int hidden,
            List<Reason> why) {}

    /** A channel's word on a hit. */
    public record Reason(String channel, String words) {}

    /**
     * A file with lines that match.
     *
     * @param hidden how many matching lines are not shown
     */
    public record MatchedFile(SourcePlace at, String language, int matches, List<Passage> passages, int hidden) {

        public boolean isOne() {
            return matches == 1;
        }
    }

    /** Lines that follow each other, and the symbol around them, if there is one. */
    public record Passage(
            List<CodeLine> lines,
            @Nullable String symbol,
            @Nullable ShownText name) {}
}
