package io.mnemolite.server.web.code.search;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeHit;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.WeightedFusion;
import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.server.web.code.search.CodeResults.Hit;
import io.mnemolite.server.web.code.search.CodeResults.Reason;
import io.mnemolite.server.web.code.source.CodeLine;
import io.mnemolite.server.web.code.source.FileSymbols;
import io.mnemolite.server.web.code.source.Highlighting;
import io.mnemolite.server.web.code.source.KindWords;
import io.mnemolite.server.web.code.source.SourcePlace;
import io.mnemolite.server.web.code.source.Token;
import io.mnemolite.server.web.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chunks that were found, made ready to be shown. */
final class Answers {

    static final int LIMIT = 20;

    private static final int SHOWN_LINES = 12;

    private Answers() {}

    static CodeResults of(CodeQuery query, CodeAnswer answer, Pattern marks, FileSymbols symbols, long millis) {
        List<Hit> hits = new ArrayList<>();
        for (CodeHit hit : answer.hits()) {
            hits.add(hit(hits.size() + 1, hit.found(), why(query, hit.place()), marks, symbols));
        }
        List<String> notes = new ArrayList<>();
        String missing = answer.vectorMissing();
        if (missing != null) {
            notes.add("Found by words alone. " + missing);
        }
        String headline = hits.size() == 1 ? "1 result" : hits.size() + " results";
        if (hits.size() == LIMIT) {
            headline = "The first " + LIMIT + " results";
        }
        return new CodeResults(hits.isEmpty() ? "No results" : headline, notes, hits, List.of(), millis);
    }

    private static Hit hit(int place, ChunkInFile found, List<Reason> why, Pattern marks, FileSymbols symbols) {
        CodeFile file = found.file();
        Chunk chunk = found.chunk().chunk();
        List<CodeLine> lines =
                Highlighting.lines(chunk.source(), file.language().name(), chunk.startLine(), marks);
        int first = 0;
        while (first < lines.size() - 1 && isBlank(lines.get(first))) {
            first++;
        }
        int last = lines.size();
        while (last > first + 1 && isBlank(lines.get(last - 1))) {
            last--;
        }
        int end = last <= first + SHOWN_LINES + 3 ? last : first + SHOWN_LINES;
        return new Hit(
                place,
                found.chunk().id().toString(),
                ShownText.beginning(chunk.qualifiedName(), 300),
                symbols.of(found).map(symbol -> symbol.symbol().id().toString()).orElse(null),
                KindWords.of(chunk.type().wireName()),
                file.language().name(),
                SourcePlace.of(file.repository(), file.path(), chunk.startLine(), chunk.endLine()),
                file.isTest(),
                file.isGenerated(),
                lines.subList(first, end),
                last - end,
                why);
    }

    private static boolean isBlank(CodeLine line) {
        return line.tokens().stream().map(Token::text).allMatch(String::isBlank);
    }

    private static List<Reason> why(CodeQuery query, Fused place) {
        List<Reason> why = new ArrayList<>();
        Integer lexicalRank = place.lexicalRank();
        if (lexicalRank != null) {
            why.add(new Reason(
                    "By words", String.format(Locale.ROOT, "place %d, score %.2f", lexicalRank, place.lexicalScore())));
        }
        Integer vectorRank = place.vectorRank();
        if (vectorRank != null) {
            why.add(new Reason(
                    "By meaning", String.format(Locale.ROOT, "place %d, distance %.3f", vectorRank, place.distance())));
        }
        if (lexicalRank != null && vectorRank != null) {
            why.add(new Reason(
                    "Together",
                    String.format(
                            Locale.ROOT,
                            "%.4f = %.1f/(%d + %d) + %.1f/(%d + %d)",
                            place.score(),
                            query.weights().lexical(),
                            WeightedFusion.K,
                            lexicalRank,
                            query.weights().vector(),
                            WeightedFusion.K,
                            vectorRank)));
        }
        return why;
    }
}
