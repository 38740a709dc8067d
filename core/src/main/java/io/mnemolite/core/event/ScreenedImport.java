package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.secret.Finding;
import io.mnemolite.core.secret.Screening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Drafts of an import after the search for secrets: each is accepted, perhaps redacted, or refused. */
final class ScreenedImport {

    private final List<Draft> drafts = new ArrayList<>();

    /**
     * @param accepted what is to be stored; null when it was refused
     * @param refusal why it was refused
     */
    private record Draft(
            @Nullable EventDraft accepted,
            boolean isRedacted,
            @Nullable String refusal) {}

    private ScreenedImport() {}

    static ScreenedImport of(List<EventDraft> drafts, Screening screening) {
        ScreenedImport screened = new ScreenedImport();
        for (EventDraft draft : drafts) {
            List<Finding> findings = new ArrayList<>();
            EventDraft redacted = redacted(draft, screening, findings);
            screened.drafts.add(
                    screening.admits(findings)
                            ? new Draft(redacted, !findings.isEmpty(), null)
                            : new Draft(null, false, Screening.refusal(findings)));
        }
        return screened;
    }

    /** Those to be stored, in order. */
    List<EventDraft> accepted() {
        return drafts.stream()
                .flatMap(draft -> Optional.ofNullable(draft.accepted()).stream())
                .toList();
    }

    /**
     * The outcomes of all drafts.
     *
     * @param ofAccepted those of the accepted ones, in order
     * @param find reads a stored event
     */
    List<ImportOutcome> outcomes(List<ImportOutcome> ofAccepted, Function<EventId, Optional<Event>> find) {
        List<ImportOutcome> outcomes = new ArrayList<>(drafts.size());
        int next = 0;
        for (Draft draft : drafts) {
            if (draft.accepted() == null) {
                outcomes.add(new ImportOutcome.Refused(String.valueOf(draft.refusal())));
                continue;
            }
            EventDraft accepted = draft.accepted();
            ImportOutcome outcome = ofAccepted.get(next++);
            boolean isSameWithItsNewVector = draft.isRedacted()
                    && accepted.vector() == null
                    && outcome.equals(ImportOutcome.DIFFERENT_EXISTS)
                    && find.apply(accepted.id())
                            .filter(stored -> differsInItsVectorAlone(accepted, stored))
                            .isPresent();
            outcomes.add(isSameWithItsNewVector ? ImportOutcome.EQUAL_EXISTS : outcome);
        }
        return outcomes;
    }

    /** An earlier import stored the event redacted, and its vector has been made since. */
    private static boolean differsInItsVectorAlone(EventDraft draft, Event stored) {
        return (stored.vector() == null || !stored.vector().isClients())
                && stored.timestamp().equals(draft.timestamp())
                && SameJson.same(stored.content(), draft.content())
                && SameJson.same(stored.metadata(), draft.metadata());
    }

    /** A vector that a model made of a text with a secret is made anew; a client's stays. */
    private static EventDraft redacted(EventDraft draft, Screening screening, List<Finding> findings) {
        ObjectNode content = screening.redacted(draft.content(), "content", findings);
        boolean isOtherText = !findings.isEmpty();
        ObjectNode metadata = screening.redacted(draft.metadata(), "metadata", findings);
        StoredVector vector = draft.vector();
        boolean isOutdated = isOtherText && vector != null && !vector.isClients();
        return new EventDraft(
                draft.id(),
                draft.timestamp(),
                content,
                metadata,
                isOutdated ? null : vector,
                isOutdated || draft.awaitsVector());
    }
}
