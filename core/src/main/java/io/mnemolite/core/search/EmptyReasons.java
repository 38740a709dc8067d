package io.mnemolite.core.search;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventStore;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences why an answer is empty. */
final class EmptyReasons {

    private EmptyReasons() {}

    static List<String> ofFilter(EventQuery query, long total, EventStore store) {
        List<String> reasons = new ArrayList<>();
        if (total > 0) {
            reasons.add(pastTheEnd(query, total));
        } else if (!query.filter().isAll()) {
            filterMatchesNothing(query.filter(), store, reasons);
        } else {
            reasons.add("No event is stored yet.");
        }
        return reasons;
    }

    static List<String> ofCandidates(
            EventQuery query, RankedCandidates candidates, IndexSnapshot snapshot, EventStore store) {
        List<String> reasons = new ArrayList<>();
        if (candidates.total() > 0) {
            reasons.add(pastTheEnd(query, candidates.total()));
            return reasons;
        }
        if (snapshot.countEvents() == 0) {
            reasons.add("No event is stored yet.");
            return reasons;
        }
        if (!query.filter().isAll() && store.count(query.filter()) == 0) {
            filterMatchesNothing(query.filter(), store, reasons);
            return reasons;
        }
        if (candidates.vectorCandidates() != null) {
            if (snapshot.countVectors(query.filter()) == 0) {
                long awaiting = store.countAwaitingVector();
                reasons.add("None of the events that pass the filter has a vector"
                        + (awaiting > 0 ? " yet; " + awaiting + " events wait for theirs." : "."));
            } else if (query.hasThreshold()) {
                reasons.add("No event lies within the distance threshold " + query.distanceThreshold()
                        + "; raise it, or set 2.0 for none.");
            }
        }
        if (candidates.lexicalCandidates() != null) {
            reasons.add("No event that passes the filter contains any of the words.");
        }
        return reasons;
    }

    private static String pastTheEnd(EventQuery query, long total) {
        return "The offset " + query.offset() + " lies past the last of " + total + " matches.";
    }

    private static void filterMatchesNothing(EventFilter filter, EventStore store, List<String> reasons) {
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            reasons.add("ts_start " + filter.from() + " lies after ts_end " + filter.to() + ".");
        } else if (filter.metadata().isEmpty()) {
            reasons.add("No event lies within the time range.");
        } else if (store.count(EventFilter.byMetadata(filter.metadata())) == 0) {
            reasons.add("No event has metadata that contains " + filter.metadata() + ".");
        } else {
            reasons.add("Events with such metadata exist, but none within the time range.");
        }
    }
}
