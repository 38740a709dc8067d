package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores one memory and says what the store promises of it. */
public final class RememberTool implements Tool<RememberTool.Request, RememberTool.Receipt> {

    private static final int MAX_LINKS = 50;

    private final Events events;
    private final EventLinks links;

    public RememberTool(Events events, EventLinks links) {
        this.events = events;
        this.links = links;
    }

    /** What is to be remembered. */
    public record Request(
            @Description("What to remember, understandable on its own")
            String text,

            @Description("Labels to filter by, e.g. {\"type\":\"decision\"}") @Nullable
            ObjectNode metadata,

            @Description("Earlier memories this one belongs to") @Nullable
            List<Link> links,

            @Description("When it happened (ISO 8601); default now") @Nullable
            String timestamp) {

        /** A directed edge of the memory graph from the new memory. */
        public record Link(
                @Description("id of a memory") String to,
                @Description("e.g. caused_by") @Nullable String relation) {}
    }

    /**
     * The store's promise.
     *
     * @param durable always true in an answer: the write is on disk
     * @param searchableByMeaning false while the vector is still to be made
     * @param redactedSecrets how many secrets were replaced before anything was stored
     */
    public record Receipt(
            String id,
            long revision,
            boolean durable,
            boolean searchableByWords,
            boolean searchableByMeaning,
            int redactedSecrets,
            int links) {}

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "remember",
                "Remember",
                "Store a fact, decision or outcome for later sessions. Returns once it is on disk and can be found.",
                false,
                false,
                false);
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Receipt> result() {
        return Receipt.class;
    }

    @Override
    public ToolAnswer<Receipt> call(Request request, ToolCall call) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("text", Arguments.required(request.text(), "text"));
        ObjectNode metadata = Scope.metadata(request.metadata(), call);
        List<EventLinks.Wanted> wanted = wanted(request.links());
        links.require(wanted, call);
        NewEvent event = new NewEvent(content, metadata, null, Scope.instant(request.timestamp(), "timestamp"));
        Redactions.Counted<Event> created = Redactions.counted(() -> events.create(event, call.key()));
        Event stored = created.result();
        links.add(stored, wanted, call);
        Receipt receipt = new Receipt(
                stored.id().toString(),
                stored.revision(),
                true,
                true,
                stored.vector() != null,
                created.total(),
                wanted.size());
        return new ToolAnswer<>(receipt, text(receipt));
    }

    private static List<EventLinks.Wanted> wanted(@Nullable List<Request.Link> given) {
        List<EventLinks.Wanted> wanted = new ArrayList<>();
        if (given == null) {
            return wanted;
        }
        if (given.size() > MAX_LINKS) {
            throw Arguments.invalid("There are " + given.size() + " links; send at most " + MAX_LINKS + ".");
        }
        for (Request.Link link : given) {
            EventId target = Scope.id(Arguments.required(link.to(), "links.to"));
            wanted.add(new EventLinks.Wanted(target, link.relation()));
        }
        return wanted;
    }

    private static String text(Receipt receipt) {
        return "Remembered as " + receipt.id() + ", on disk; found by words now, by meaning "
                + (receipt.searchableByMeaning() ? "now." : "once its vector is made.")
                + (receipt.redactedSecrets() == 0
                        ? ""
                        : " Secrets replaced before storing: " + receipt.redactedSecrets() + ".")
                + (receipt.links() == 0 ? "" : " Links: " + receipt.links() + ".");
    }
}
