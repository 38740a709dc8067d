package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.HitExplanation;
import io.mnemolite.core.search.SearchExplanation;
import io.mnemolite.core.search.SearchMode;
import io.mnemolite.core.search.TotalRelation;
import io.mnemolite.core.token.TokenCount;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Completeness;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Room;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds memories, one line each, within the room the agent gives. */
public final class RecallTool implements Tool<RecallTool.Request, RecallTool.Found> {

    private static final int LINE_LENGTH = 240;
    private static final int MAX_LIMIT = 100;

    /** Among how many of the best hits recency may change the order. */
    private static final int RERANKED = 100;

    private final EventSearch search;
    private final Clock clock;

    public RecallTool(EventSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** What is looked for. */
    public record Request(
            @Description("What to look for; without it the newest") @Nullable
            String query,

            @Description("Must contain this") @Nullable ObjectNode metadata,
            @Description("Hard limit, ISO 8601") @Nullable String since,
            @Nullable String until,

            @Description("Prefer newer: half-life in days, hides nothing") @Nullable
            Double recencyDays,

            @Description(
                    value = "",
                    oneOf = {"hybrid", "meaning", "words"})
            @Nullable
            String mode,

            @Description(value = "", byDefault = "10") @Nullable
            Integer limit,

            @Nullable Integer offset,

            @Description(value = "Room for the whole reply", byDefault = "2000") @Nullable
            Integer maxTokens,

            @Description("Say why each was found") @Nullable Boolean explain) {}

    /**
     * What was found.
     *
     * @param completeness whether {@code total} is exact or a lower bound
     * @param more what was left out and how to get it
     */
    public record Found(
            List<Memory> memories,
            long total,
            String completeness,
            @Nullable String more,
            @Nullable List<String> emptyBecause) {

        /**
         * One memory.
         *
         * @param score greater is better, comparable within one answer; null without a query
         * @param tokens what its whole text costs
         */
        public record Memory(
                String id,
                String date,
                @Nullable Double score,
                int tokens,
                @Nullable String origin,
                String text,
                @Nullable String why) {}
    }

    private record Scored(EventHit hit, @Nullable Double score) {

        private double orZero() {
            return score == null ? 0 : score;
        }
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "recall",
                "Recall",
                "Find memories by meaning, words, metadata and time; one line each. Use get for full texts.");
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Found> result() {
        return Found.class;
    }

    @Override
    public ToolAnswer<Found> call(Request request, ToolCall call) {
        int limit = Arguments.within(request.limit(), "limit", 10, 1, MAX_LIMIT);
        int offset = Arguments.within(request.offset(), "offset", 0, 0, 1_000_000);
        int maxTokens = Room.tokens(request.maxTokens(), 2_000);
        EventFilter filter = Scope.filter(request.metadata(), request.since(), request.until(), call);
        SearchMode mode = mode(request.mode());
        Recency recency = recency(request.recencyDays());
        boolean isReranked = recency != null && request.query() != null && offset < RERANKED;
        EventSearchPage page = search.search(new EventQuery(
                request.query(),
                null,
                mode,
                filter,
                isReranked ? RERANKED : limit,
                isReranked ? 0 : offset,
                EventQuery.NO_THRESHOLD,
                true));
        List<Scored> scored = scored(page, mode, isReranked ? recency : null);
        if (isReranked) {
            scored = scored.subList(Math.min(offset, scored.size()), Math.min(offset + limit, scored.size()));
        }
        boolean explains = Boolean.TRUE.equals(request.explain());
        List<Found.Memory> memories =
                scored.stream().map(one -> memory(one, explains)).toList();
        return Reply.fit(memories.size(), maxTokens, count -> answer(memories, count, offset, page))
                .answer();
    }

    private List<Scored> scored(EventSearchPage page, SearchMode mode, @Nullable Recency recency) {
        Instant now = clock.instant();
        List<Scored> scored = new ArrayList<>(page.hits().size());
        for (EventHit hit : page.hits()) {
            Double score = score(hit, mode);
            if (score != null && recency != null) {
                score = recency.score(score, hit.event().timestamp(), now);
            }
            scored.add(new Scored(hit, score));
        }
        if (recency != null) {
            // Stable: equal scores keep the order of the search.
            scored.sort(Comparator.comparingDouble(Scored::orZero).reversed());
        }
        return scored;
    }

    private static @Nullable Double score(EventHit hit, SearchMode mode) {
        HitExplanation why = hit.explanation();
        if (why == null) {
            return null;
        }
        return switch (mode) {
            case HYBRID -> why.fusedScore();
            case LEXICAL -> why.lexicalScore();
            // Of unit vectors at L2 distance d the cosine is 1 - d²/2.
            case VECTOR -> cosine(why.distance());
        };
    }

    private static @Nullable Double cosine(@Nullable Double distance) {
        return distance == null ? null : 1 - distance * distance / 2;
    }

    private static Found.Memory memory(Scored scored, boolean explains) {
        var event = scored.hit().event();
        Double score = scored.score();
        return new Found.Memory(
                event.id().toString(),
                MemoryText.date(event.timestamp()),
                score == null ? null : Math.round(score * 1e4) / 1e4,
                TokenCount.of(MemoryText.whole(event)),
                MemoryText.origin(event),
                MemoryText.line(event, LINE_LENGTH),
                explains ? why(scored.hit().explanation()) : null);
    }

    private static @Nullable String why(@Nullable HitExplanation why) {
        if (why == null || (why.vectorRank() == null && why.lexicalRank() == null)) {
            return null;
        }
        List<String> channels = new ArrayList<>();
        if (why.vectorRank() != null) {
            channels.add(
                    String.format(Locale.ROOT, "meaning: place %d, distance %.3f", why.vectorRank(), why.distance()));
        }
        if (why.lexicalRank() != null) {
            channels.add(
                    String.format(Locale.ROOT, "words: place %d, BM25 %.2f", why.lexicalRank(), why.lexicalScore()));
        }
        return String.join("; ", channels);
    }

    private static ToolAnswer<Found> answer(List<Found.Memory> all, int count, int offset, EventSearchPage page) {
        List<Found.Memory> shown = all.subList(0, count);
        boolean isExact = page.relation() == TotalRelation.EQUAL;
        long next = (long) offset + count;
        SearchExplanation explanation = page.explanation();
        List<String> reasons = all.isEmpty() && explanation != null
                ? explanation.emptyBecause().stream()
                        .map(RecallTool::inItsWords)
                        .toList()
                : List.of();
        String more = all.isEmpty() || (isExact && next >= page.total())
                ? null
                : (count < all.size() ? (all.size() - count) + " more did not fit into max_tokens; call" : "Call")
                        + " recall again with offset " + next + ".";
        Found found =
                new Found(shown, page.total(), Completeness.of(isExact), more, reasons.isEmpty() ? null : reasons);
        return new ToolAnswer<>(found, text(found));
    }

    /** The search speaks of the parameters of HTTP. */
    private static String inItsWords(String reason) {
        return reason.replace("ts_start", "since").replace("ts_end", "until");
    }

    private static String text(Found found) {
        StringBuilder text = new StringBuilder();
        if (found.emptyBecause() != null) {
            return "No memory found. " + String.join(" ", found.emptyBecause());
        }
        text.append(found.memories().size())
                .append(" of ")
                .append(found.completeness().equals(Completeness.EXACT) ? "" : "at least ")
                .append(found.total())
                .append(" memories. ")
                .append(DataText.NOTICE)
                .append('\n');
        for (Found.Memory memory : found.memories()) {
            String further = (memory.score() == null ? "" : " score=\"" + memory.score() + "\"") + " tokens=\""
                    + memory.tokens() + "\"" + (memory.why() == null ? "" : " why=\"" + memory.why() + "\"");
            text.append(MemoryText.opening(memory.id(), memory.date(), memory.origin(), further))
                    .append(DataText.enclosed(memory.text()))
                    .append("</memory>\n");
        }
        return text.append(found.more() == null ? "" : found.more()).toString().stripTrailing();
    }

    private static SearchMode mode(@Nullable String name) {
        return switch (name == null ? "hybrid" : name) {
            case "hybrid" -> SearchMode.HYBRID;
            case "meaning" -> SearchMode.VECTOR;
            case "words" -> SearchMode.LEXICAL;
            default -> throw Arguments.invalid("The mode is '" + name + "'; send hybrid, meaning or words.");
        };
    }

    private static @Nullable Recency recency(@Nullable Double days) {
        if (days == null) {
            return null;
        }
        if (!(days > 0 && days <= 36_500)) {
            throw Arguments.invalid("recency_days is " + days + "; send a number of days above 0 and up to 36500.");
        }
        return new Recency(Duration.ofMillis(Math.max(1, Math.round(days * 86_400_000))));
    }
}
