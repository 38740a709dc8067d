package io.mnemolite.server.web.code.search;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.text.TextAnswer;
import io.mnemolite.core.code.text.TextAnswer.FileMatches;
import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import io.mnemolite.server.web.code.search.CodeResults.MatchedFile;
import io.mnemolite.server.web.code.search.CodeResults.Passage;
import io.mnemolite.server.web.code.source.FileSymbols;
import io.mnemolite.server.web.code.source.Highlighting;
import io.mnemolite.server.web.code.source.SourcePlace;
import io.mnemolite.server.web.text.ShownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lines that were found, with those around them, made ready to be shown. */
final class Passages {

    static final int FILES = 25;
    static final int CONTEXT = 1;

    private static final int MATCHES_OF_A_FILE = 20;

    private Passages() {}

    static CodeResults of(TextAnswer answer, Pattern marks, FileSymbols symbols, long millis) {
        List<MatchedFile> files = new ArrayList<>();
        int lines = 0;
        for (FileMatches matches : answer.files()) {
            files.add(file(matches, marks, symbols));
            lines += matches.lines().size();
        }
        List<String> notes = new ArrayList<>();
        String cut = answer.cutBecause();
        if (cut != null) {
            notes.add("There may be more: " + cut);
        }
        String headline = files.isEmpty()
                ? "No results"
                : String.format(
                        Locale.ROOT,
                        "%,d %s in %d %s",
                        lines,
                        lines == 1 ? "line" : "lines",
                        files.size(),
                        files.size() == 1 ? "file" : "files");
        return new CodeResults(headline, notes, List.of(), files, millis);
    }

    private static MatchedFile file(FileMatches found, Pattern marks, FileSymbols symbols) {
        TreeMap<Integer, String> texts = new TreeMap<>();
        Set<Integer> hits = new HashSet<>();
        List<LineMatch> shown = found.lines().subList(0, Math.min(found.lines().size(), MATCHES_OF_A_FILE));
        for (LineMatch match : shown) {
            hits.add(match.line());
            texts.put(match.line(), match.text());
            for (int i = 0; i < match.before().size(); i++) {
                texts.putIfAbsent(
                        match.line() - match.before().size() + i, match.before().get(i));
            }
            for (int i = 0; i < match.after().size(); i++) {
                texts.putIfAbsent(match.endLine() + 1 + i, match.after().get(i));
            }
        }
        CodeFile file = found.file();
        List<Passage> passages = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int first = 0;
        int last = -1;
        for (var line : texts.entrySet()) {
            if (line.getKey() != last + 1 && !run.isEmpty()) {
                passages.add(passage(run.toString(), first, hits, file, marks, symbols));
                run.setLength(0);
            }
            if (run.isEmpty()) {
                first = line.getKey();
            }
            run.append(line.getValue()).append('\n');
            last = line.getKey();
        }
        if (!run.isEmpty()) {
            passages.add(passage(run.toString(), first, hits, file, marks, symbols));
        }
        return new MatchedFile(
                SourcePlace.of(file.repository(), file.path(), 0, 0),
                file.language().name(),
                found.lines().size(),
                passages,
                found.lines().size() - shown.size());
    }

    private static Passage passage(
            String text, int first, Set<Integer> hits, CodeFile file, Pattern marks, FileSymbols symbols) {
        int end = first + (int) text.chars().filter(c -> c == '\n').count();
        int hit = hits.stream()
                .filter(line -> line >= first && line < end)
                .min(Integer::compare)
                .orElse(first);
        PlacedSymbol around =
                symbols.around(file.repository(), file.path(), hit).orElse(null);
        return new Passage(
                Highlighting.lines(text, file.language().name(), first, marks, hits),
                around == null ? null : around.symbol().id().toString(),
                around == null ? null : ShownText.beginning(around.symbol().qualifiedName(), 300));
    }
}
