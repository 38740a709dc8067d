package io.mnemolite.core.code.text;

import io.mnemolite.core.code.store.CodeFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search of text found.
 *
 * @param files those with a match, by repository and path
 * @param cutBecause why there may be more than is shown, as a sentence; null when this is all
 */
public record TextAnswer(List<FileMatches> files, @Nullable String cutBecause) {

    public TextAnswer {
        files = List.copyOf(files);
    }

    /** Whether this is all there is. */
    public boolean isExact() {
        return cutBecause == null;
    }

    /** The lines of a file that match, in order. */
    public record FileMatches(CodeFile file, List<LineMatch> lines) {

        public FileMatches {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line on which a match begins; of several on one line, the first.
     *
     * @param line from 1
     * @param endLine where the match ends
     * @param column where in the line it begins, from 1, in UTF-16 units
     * @param text the line; of a very long one, the part around the match
     * @param before lines before it
     * @param after lines after its end
     */
    public record LineMatch(int line, int endLine, int column, String text, List<String> before, List<String> after) {

        public LineMatch {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
