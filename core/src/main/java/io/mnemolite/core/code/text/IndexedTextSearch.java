package io.mnemolite.core.code.text;

import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.text.TextAnswer.FileMatches;
import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import io.mnemolite.core.search.IndexAvailability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Asks the index which files may hold a match, and looks into the stored text of each. */
public final class IndexedTextSearch implements TextSearch {

    /** Lines shown of a file at most. */
    static final int LINES_OF_A_FILE = 200;

    /** Lines shown in all at most. */
    static final int LINES_IN_ALL = 2_000;

    private static final int FILES_AT_ONCE = 40;
    private static final int CANDIDATES = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Vectors are not needed. */
    private static final String NO_MODEL = "";

    private static final Comparator<FileMatches> BY_PATH = Comparator.comparing(
                    (FileMatches matches) -> matches.file().repository())
            .thenComparing(matches -> matches.file().path());

    private final CodeStore store;
    private final CodeIndex index;
    private final IndexAvailability availability;
    private final TextPatterns patterns;
    private final Duration longest;

    public IndexedTextSearch(CodeStore store, CodeIndex index, IndexAvailability availability, TextPatterns patterns) {
        this(store, index, availability, patterns, LONGEST);
    }

    /** @param longest how long a search looks into files */
    public IndexedTextSearch(
            CodeStore store, CodeIndex index, IndexAvailability availability, TextPatterns patterns, Duration longest) {
        this.store = store;
        this.index = index;
        this.availability = availability;
        this.patterns = patterns;
        this.longest = longest;
    }

    @Override
    public TextAnswer search(TextQuery query) {
        TextPattern pattern = query.isRegex()
                ? patterns.regex(query.pattern(), query.isCaseSensitive())
                : patterns.literal(query.pattern(), query.isCaseSensitive());
        List<String> pieces = query.isRegex() ? RequiredPieces.of(query.pattern()) : List.of(query.pattern());
        List<CodeFileId> candidates = candidates(pieces, query.filter());
        long end = System.nanoTime() + longest.toNanos();
        List<FileMatches> found = new ArrayList<>();
        String ended = null;
        String shortened = null;
        int lines = 0;
        for (int from = 0; from < candidates.size() && ended == null; from += FILES_AT_ONCE) {
            List<CodeFileId> some = candidates.subList(from, Math.min(candidates.size(), from + FILES_AT_ONCE));
            List<IndexedCodeFile> files = new ArrayList<>(store.findAll(some, NO_MODEL));
            files.sort(Comparator.comparing(file -> file.file().id()));
            for (IndexedCodeFile file : files) {
                ended = cut(query, found.size(), lines, end);
                if (ended != null) {
                    break;
                }
                List<LineMatch> matches = matches(file, pattern, query);
                if (matches.size() > LINES_OF_A_FILE) {
                    matches = matches.subList(0, LINES_OF_A_FILE);
                    shortened =
                            "Of a file with more than " + LINES_OF_A_FILE + " matching lines, these many are shown.";
                }
                if (!matches.isEmpty()) {
                    found.add(new FileMatches(file.file(), matches));
                    lines += matches.size();
                }
            }
        }
        found.sort(BY_PATH);
        return new TextAnswer(found, ended == null ? shortened : ended);
    }

    /** Why another file is not looked into. */
    private static @Nullable String cut(TextQuery query, int files, int lines, long end) {
        if (files >= query.limit()) {
            return "The limit of " + query.limit() + " files was reached and more files may match.";
        }
        if (lines >= LINES_IN_ALL) {
            return "More than " + LINES_IN_ALL + " lines match.";
        }
        return System.nanoTime() - end >= 0
                ? "The search took too long and was ended; give it a pattern with more plain text in it, or a filter."
                : null;
    }

    private List<CodeFileId> candidates(List<String> pieces, CodeFilter filter) {
        availability.requireReady();
        try (CodeSnapshot snapshot = index.snapshot()) {
            availability.requireReady();
            return snapshot.filesThatMayHold(pieces, filter, null, CANDIDATES);
        }
    }

    private static List<LineMatch> matches(IndexedCodeFile file, TextPattern pattern, TextQuery query) {
        String type = query.filter().chunkType();
        IntPredicate counts = type == null ? offset -> true : ofType(file, type)::get;
        return new LineMatching(file.text()).find(pattern, query.context(), LINES_OF_A_FILE + 1, counts);
    }

    /** The offsets in a file that lie in chunks of a type. */
    private static BitSet ofType(IndexedCodeFile file, String type) {
        BitSet offsets = new BitSet();
        int start = 0;
        for (IndexedCodeFile.Piece piece : file.pieces()) {
            int end = start + piece.chunk().chunk().source().length();
            if (piece.chunk().chunk().type().wireName().equals(type)) {
                offsets.set(start, end);
            }
            start = end;
        }
        return offsets;
    }
}
