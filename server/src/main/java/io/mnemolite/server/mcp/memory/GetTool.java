package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Room;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The full texts of memories, as many as there is room for; a longer one in parts. */
public final class GetTool implements Tool<GetTool.Request, GetTool.Memories> {

    private static final int MAX_IDS = 100;
    private static final int TOKENS_OF_AN_ID = 35;

    private final Events events;

    public GetTool(Events events) {
        this.events = events;
    }

    /** What is wanted. */
    public record Request(
            List<String> ids,

            @Description("Characters to skip, to go on in a long text; with one id") @Nullable
            Integer offset,

            @Description(value = "Room for the whole reply", byDefault = "4000") @Nullable
            Integer maxTokens) {}

    /**
     * The memories in the order asked for.
     *
     * @param missing ids that do not exist
     * @param more what was left out and how to get it
     */
    public record Memories(
            List<Memory> memories,
            @Nullable List<String> missing,
            @Nullable String more) {

        /**
         * One memory.
         *
         * @param text whole, or a part when {@code nextOffset} says where it goes on
         * @param metadata null when it has none, or no room
         */
        public record Memory(
                String id,
                String date,
                long revision,
                @Nullable String origin,
                @Nullable JsonNode metadata,
                String text,
                @Nullable Integer nextOffset) {}
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading("get", "Get memories", "The full text and metadata of memories by id.");
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Memories> result() {
        return Memories.class;
    }

    @Override
    public ToolAnswer<Memories> call(Request request, ToolCall call) {
        List<String> ids = List.copyOf(new LinkedHashSet<>(Arguments.required(request.ids(), "ids")));
        if (ids.isEmpty() || ids.size() > MAX_IDS) {
            throw Arguments.invalid("There are " + ids.size() + " ids; send 1 to " + MAX_IDS + ".");
        }
        int offset = Arguments.within(request.offset(), "offset", 0, 0, Integer.MAX_VALUE);
        if (offset > 0 && ids.size() > 1) {
            throw Arguments.invalid("An offset goes with one id, not with " + ids.size() + ".");
        }
        int maxTokens = Room.tokens(request.maxTokens(), 4_000);
        List<Event> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String text : ids) {
            EventId id = Scope.id(text);
            events.find(id)
                    .filter(event -> Scope.admits(event, call))
                    .ifPresentOrElse(found::add, () -> missing.add(id.toString()));
        }
        Reply.Fitted<Memories> fitted = Reply.fit(
                found.size(),
                maxTokens,
                count -> answer(memories(found, count, offset), missing, found, offset, named(maxTokens)));
        if (fitted.count() == found.size()) {
            return fitted.answer();
        }
        return withPartOfNext(found, fitted.count(), missing, offset, maxTokens);
    }

    /** Uses the room that is left for the beginning of the first memory that does not fit. */
    private static ToolAnswer<Memories> withPartOfNext(
            List<Event> found, int whole, List<String> missing, int offset, int maxTokens) {
        Event next = found.get(whole);
        String text = rest(next, offset);
        // A part of a few characters says nothing, so that another memory waits for its own call.
        int least = whole == 0 ? 0 : 200;
        ToolAnswer<Memories> without = answer(memories(found, whole, offset), missing, found, offset, named(maxTokens));
        Reply.Fitted<Memories> fitted = Reply.fit(text.length(), maxTokens, length -> {
            if (length == 0) {
                return without;
            }
            List<Memories.Memory> memories = memories(found, whole, offset);
            memories.add(memory(next, offset, length, false));
            return answer(memories, missing, found, offset, named(maxTokens));
        });
        return fitted.count() <= least ? without : fitted.answer();
    }

    private static List<Memories.Memory> memories(List<Event> found, int count, int offset) {
        List<Memories.Memory> memories = new ArrayList<>();
        for (Event event : found.subList(0, count)) {
            memories.add(memory(event, offset, Integer.MAX_VALUE, true));
        }
        return memories;
    }

    private static Memories.Memory memory(Event event, int offset, int length, boolean withMetadata) {
        String rest = rest(event, offset);
        String part = DataText.cut(rest, length);
        return new Memories.Memory(
                event.id().toString(),
                MemoryText.date(event.timestamp()),
                event.revision(),
                MemoryText.origin(event),
                withMetadata && !event.metadata().isEmpty() ? DataText.clean(event.metadata()) : null,
                part,
                part.length() < rest.length() ? offset + part.length() : null);
    }

    private static String rest(Event event, int offset) {
        String text = MemoryText.whole(event);
        if (offset > 0 && offset >= text.length()) {
            throw Arguments.invalid("The offset " + offset + " lies past the end of the text, which has "
                    + text.length() + " characters.");
        }
        boolean isWithinCharacter = offset > 0 && Character.isLowSurrogate(text.charAt(offset));
        return text.substring(isWithinCharacter ? offset - 1 : offset);
    }

    /** How many ids that do not exist are named, so that they take half of the room at most: each goes out twice. */
    private static int named(int maxTokens) {
        return Math.max(1, maxTokens / 2 / TOKENS_OF_AN_ID / 2);
    }

    private static ToolAnswer<Memories> answer(
            List<Memories.Memory> memories, List<String> missing, List<Event> found, int offset, int namedMissing) {
        String more = null;
        Memories.Memory last = memories.isEmpty() ? null : memories.getLast();
        if (last != null && last.nextOffset() != null) {
            more = "The text of " + last.id() + " goes on: call get with this id alone and offset " + last.nextOffset()
                    + ".";
        }
        if (memories.size() < found.size()) {
            more = (more == null ? "" : more + " ") + (found.size() - memories.size())
                    + " memories did not fit into max_tokens; call get with the ids that are not here.";
        }
        if (missing.size() > namedMissing) {
            more = (more == null ? "" : more + " ") + "Of " + missing.size() + " ids that do not exist the first "
                    + namedMissing + " are named.";
        }
        List<String> named = missing.subList(0, Math.min(namedMissing, missing.size()));
        Memories answer = new Memories(memories, named.isEmpty() ? null : named, more);
        return new ToolAnswer<>(answer, text(answer, offset));
    }

    private static String text(Memories answer, int offset) {
        StringBuilder text = new StringBuilder();
        if (!answer.memories().isEmpty()) {
            text.append(DataText.NOTICE).append('\n');
        }
        for (Memories.Memory memory : answer.memories()) {
            String further =
                    " revision=\"" + memory.revision() + "\"" + (offset == 0 ? "" : " from=\"" + offset + "\"");
            text.append(MemoryText.opening(memory.id(), memory.date(), memory.origin(), further))
                    .append('\n')
                    .append(DataText.enclosed(memory.text()))
                    .append("\n</memory>\n");
        }
        if (answer.missing() != null) {
            text.append("There is no memory ")
                    .append(String.join(", ", answer.missing()))
                    .append("; it was deleted, or never existed.\n");
        }
        return text.append(answer.more() == null ? "" : answer.more())
                .toString()
                .stripTrailing();
    }
}
