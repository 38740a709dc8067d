package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.postgres.connection.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inserts what is missing in one statement, then compares the rest with what stands in its place. */
final class EventImport {

    private final Database database;

    EventImport(Database database) {
        this.database = database;
    }

    List<ImportOutcome> insert(List<EventDraft> drafts) {
        ImportOutcome[] outcomes = new ImportOutcome[drafts.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            open = insert(drafts, open, outcomes);
        }
        return Arrays.asList(outcomes);
    }

    /** Notes outcomes; the places that have none, because what stood there was deleted between the statements. */
    private List<Integer> insert(List<EventDraft> drafts, List<Integer> places, ImportOutcome[] outcomes) {
        Set<EventId> stored = new HashSet<>(database.write(new InsertMissingEvents(pick(drafts, places))));
        List<Integer> taken = new ArrayList<>();
        for (int place : places) {
            // Of several with one id, the first was stored.
            if (stored.remove(drafts.get(place).id())) {
                outcomes[place] = ImportOutcome.STORED;
            } else {
                taken.add(place);
            }
        }
        List<Integer> open = new ArrayList<>();
        if (!taken.isEmpty()) {
            Map<Integer, Boolean> equal = database.read(new CompareEvents(pick(drafts, taken)));
            for (int i = 0; i < taken.size(); i++) {
                Boolean isEqual = equal.get(i);
                if (isEqual == null) {
                    open.add(taken.get(i));
                } else {
                    outcomes[taken.get(i)] = isEqual ? ImportOutcome.EQUAL_EXISTS : ImportOutcome.DIFFERENT_EXISTS;
                }
            }
        }
        return open;
    }

    private static List<EventDraft> pick(List<EventDraft> drafts, List<Integer> places) {
        return places.size() == drafts.size()
                ? drafts
                : places.stream().map(drafts::get).toList();
    }
}
