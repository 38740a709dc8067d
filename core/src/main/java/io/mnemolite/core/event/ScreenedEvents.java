package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.secret.Finding;
import io.mnemolite.core.secret.Screening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets no secret through that a caller would have remembered: content and metadata are stored, embedded and indexed without
 * it, or refused with {@link ErrorCode#INVALID_VALUE}. Keys of idempotency are of the body as it was sent.
 */
public final class ScreenedEvents implements Events {

    private final Events delegate;
    private final Screening screening;

    public ScreenedEvents(Events delegate, Screening screening) {
        this.delegate = delegate;
        this.screening = screening;
    }

    @Override
    public Event create(NewEvent event, @Nullable IdempotencyKey key) {
        List<Finding> findings = new ArrayList<>();
        NewEvent screened = screened(event, "", findings);
        require(findings);
        return delegate.create(screened, key);
    }

    @Override
    public List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key) {
        List<Finding> findings = new ArrayList<>();
        List<NewEvent> screened = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            screened.add(screened(events.get(i), "events[" + i + "].", findings));
        }
        require(findings);
        return delegate.createAll(screened, key);
    }

    @Override
    public Optional<Event> find(EventId id) {
        return delegate.find(id);
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        List<Finding> findings = new ArrayList<>();
        ObjectNode screened = screening.redacted(patch, "metadata", findings);
        require(findings);
        return delegate.mergeMetadata(id, screened, ifRevision);
    }

    @Override
    public UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision) {
        List<Finding> findings = new ArrayList<>();
        ObjectNode screenedContent = screening.redacted(content, "content", findings);
        ObjectNode screenedMetadata = screening.redacted(metadata, "metadata", findings);
        require(findings);
        return delegate.replace(id, screenedContent, screenedMetadata, ifRevision);
    }

    @Override
    public boolean delete(EventId id) {
        return delegate.delete(id);
    }

    @Override
    public Deletion deleteMatching(EventFilter filter, boolean dryRun) {
        return delegate.deleteMatching(filter, dryRun);
    }

    @Override
    public EventPage list(EventFilter filter, @Nullable EventCursor after, int limit) {
        return delegate.list(filter, after, limit);
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        return delegate.scan(after, limit);
    }

    /** One event that is refused does not keep the others out. */
    @Override
    public List<ImportOutcome> importAll(List<EventDraft> events) {
        ScreenedImport screened = ScreenedImport.of(events, screening);
        List<EventDraft> accepted = screened.accepted();
        return screened.outcomes(accepted.isEmpty() ? List.of() : delegate.importAll(accepted), delegate::find);
    }

    @Override
    public long clearModelVectors() {
        return delegate.clearModelVectors();
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        return delegate.fillVectors(vectors);
    }

    private NewEvent screened(NewEvent event, String path, List<Finding> findings) {
        return new NewEvent(
                screening.redacted(event.content(), path + "content", findings),
                screening.redacted(event.metadata(), path + "metadata", findings),
                event.embedding(),
                event.timestamp());
    }

    private void require(List<Finding> findings) {
        if (!screening.admits(findings)) {
            throw new MnemoliteException(ErrorCode.INVALID_VALUE, Screening.refusal(findings));
        }
    }
}
