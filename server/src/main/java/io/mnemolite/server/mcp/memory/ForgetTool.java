package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.Deletion;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes memories for good: those named, or those a filter matches, which is only counted unless asked otherwise. */
public final class ForgetTool implements Tool<ForgetTool.Request, ForgetTool.Outcome> {

    private static final int MAX_IDS = 100;
    private static final int NAMED_MISSING = 20;

    private final Events events;
    private final EventLinks links;

    public ForgetTool(Events events, EventLinks links) {
        this.events = events;
        this.links = links;
    }

    /** What is to go: ids, or at least one of the others. */
    public record Request(
            @Nullable List<String> ids,
            @Description("Must contain this") @Nullable ObjectNode metadata,
            @Nullable String since,
            @Nullable String until,

            @Description("Only count; true by default for a filter, false for ids") @Nullable
            Boolean dryRun) {

        private boolean hasFilter() {
            return metadata != null || since != null || until != null;
        }
    }

    /**
     * What went, or would.
     *
     * @param unknown how many of the ids do not exist
     * @param missing the first of those
     */
    public record Outcome(
            long matched,
            long deleted,
            boolean dryRun,
            int unknown,
            @Nullable List<String> missing) {}

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "forget",
                "Forget",
                "Delete memories for good, by ids or by a filter. A filter only counts until dry_run is false.",
                false,
                true,
                true);
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Outcome> result() {
        return Outcome.class;
    }

    @Override
    public ToolAnswer<Outcome> call(Request request, ToolCall call) {
        if ((request.ids() == null) == !request.hasFilter()) {
            throw Arguments.invalid("Send either ids, or a filter of metadata, since and until.");
        }
        Outcome outcome = request.ids() == null ? byFilter(request, call) : byIds(request.ids(), request, call);
        return new ToolAnswer<>(outcome, text(outcome));
    }

    private Outcome byFilter(Request request, ToolCall call) {
        boolean dryRun = request.dryRun() == null || request.dryRun();
        if (request.metadata() != null
                && request.metadata().isEmpty()
                && request.since() == null
                && request.until() == null) {
            throw Arguments.invalid("The filter {} would delete every memory; name what is to go.");
        }
        Deletion deletion =
                events.deleteMatching(Scope.filter(request.metadata(), request.since(), request.until(), call), dryRun);
        return new Outcome(deletion.matched(), deletion.deleted(), dryRun, 0, null);
    }

    private Outcome byIds(List<String> texts, Request request, ToolCall call) {
        if (texts.isEmpty() || texts.size() > MAX_IDS) {
            throw Arguments.invalid("There are " + texts.size() + " ids; send 1 to " + MAX_IDS + ".");
        }
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        List<EventId> ids = texts.stream().distinct().map(Scope::id).toList();
        LinkedHashSet<String> missing = new LinkedHashSet<>();
        long matched = 0;
        long deleted = 0;
        for (EventId id : ids) {
            if (events.find(id).filter(event -> Scope.admits(event, call)).isEmpty()) {
                missing.add(id.toString());
                continue;
            }
            matched++;
            if (!dryRun && events.delete(id)) {
                links.remove(id);
                deleted++;
            }
        }
        List<String> named = missing.stream().limit(NAMED_MISSING).toList();
        return new Outcome(matched, deleted, dryRun, missing.size(), named.isEmpty() ? null : named);
    }

    private static String text(Outcome outcome) {
        return (outcome.dryRun()
                        ? outcome.matched()
                                + " memories match; nothing was deleted. Call forget again with dry_run false"
                                + " to delete them."
                        : outcome.deleted() + " memories deleted.")
                + (outcome.missing() == null
                        ? ""
                        : " Ids that do not exist: " + outcome.unknown() + ", such as "
                                + String.join(", ", outcome.missing()) + ".");
    }
}
