package io.mnemolite.server.web.search;

import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.HitExplanation;
import io.mnemolite.core.search.SearchExplanation;
import io.mnemolite.core.search.TotalRelation;
import io.mnemolite.server.web.event.Distance;
import io.mnemolite.server.web.event.EventCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param exact whether {@code total} is, or there are more
 * @param fallback whether nothing lay within the threshold, so that the nearest are shown all the same
 * @param reasons why nothing was found
 * @param previous the address of the page before; null on the first, as is {@code next} on the last
 */
public record Results(
        List<Hit> hits,
        long total,
        boolean exact,
        boolean fallback,
        long awaiting,
        List<String> channels,
        List<String> reasons,
        long millis,
        @Nullable String previous,
        @Nullable String next) {

    private static final int TEXT_LENGTH = 600;

    /** An event that was found, its place, and why it is there. */
    public record Hit(int place, EventCard card, @Nullable Distance distance, List<Reason> why) {}

    /** A channel's word on a hit. */
    public record Reason(String channel, String words) {}

    static Results of(SearchRequest request, EventSearchPage page, long millis) {
        Pattern marks = WordMarks.of(request.text());
        int offset = (request.page() - 1) * SearchRequest.PAGE_SIZE;
        List<Hit> hits = new ArrayList<>();
        for (EventHit hit : page.hits()) {
            Double distance = hit.distance();
            hits.add(new Hit(
                    offset + hits.size() + 1,
                    EventCard.of(hit.event(), TEXT_LENGTH, marks),
                    distance == null ? null : new Distance(distance),
                    why(hit.explanation())));
        }
        SearchExplanation explanation = page.explanation();
        return new Results(
                hits,
                page.total(),
                page.relation() == TotalRelation.EQUAL,
                explanation != null && explanation.fallback(),
                explanation == null ? 0 : explanation.awaitingVector(),
                channels(explanation),
                explanation == null ? List.of() : explanation.emptyBecause(),
                millis,
                request.page() == 1 ? null : request.address(request.page() - 1),
                offset + hits.size() < page.total() && !hits.isEmpty() ? request.address(request.page() + 1) : null);
    }

    /** The place of the first hit of this page. */
    public int first() {
        return hits.isEmpty() ? 0 : hits.getFirst().place();
    }

    public int last() {
        return hits.isEmpty() ? 0 : hits.getLast().place();
    }

    private static List<String> channels(@Nullable SearchExplanation explanation) {
        List<String> channels = new ArrayList<>();
        if (explanation != null && explanation.vectorCandidates() != null) {
            channels.add(String.format(Locale.ROOT, "%,d by meaning", explanation.vectorCandidates()));
        }
        if (explanation != null && explanation.lexicalCandidates() != null) {
            channels.add(String.format(Locale.ROOT, "%,d by words", explanation.lexicalCandidates()));
        }
        return channels;
    }

    private static List<Reason> why(@Nullable HitExplanation explanation) {
        List<Reason> why = new ArrayList<>();
        if (explanation == null) {
            return why;
        }
        if (explanation.vectorRank() != null && explanation.distance() != null) {
            why.add(new Reason(
                    "By meaning",
                    String.format(
                            Locale.ROOT, "place %d, distance %.3f", explanation.vectorRank(), explanation.distance())));
        }
        if (explanation.lexicalRank() != null && explanation.lexicalScore() != null) {
            why.add(new Reason(
                    "By words",
                    String.format(
                            Locale.ROOT,
                            "place %d, BM25 score %.2f",
                            explanation.lexicalRank(),
                            explanation.lexicalScore())));
        }
        if (explanation.fusedScore() != null) {
            why.add(new Reason(
                    "Together",
                    String.format(Locale.ROOT, "%.4f, the sum of 1/(10 + place)", explanation.fusedScore())));
        }
        return why;
    }
}
