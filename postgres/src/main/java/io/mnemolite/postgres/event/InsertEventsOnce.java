package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.idempotency.KeyClaim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims the key and inserts all events, or does nothing and returns empty when the key was used within a day.
 */
record InsertEventsOnce(List<EventDraft> drafts, IdempotencyKey key) implements Query<Optional<List<Event>>> {

    private static final String SQL = """
            with %5$s, changed as (
                insert into mnemolite.event (%1$s)
                select %1$s from %2$s
                where exists (select from claimed)
                order by place
                returning %3$s
            ), %4$s
            select %3$s from claimed left join changed on true
            """.formatted(
                    DraftRows.COLUMNS, DraftRows.TABLE, EventRow.COLUMNS, ChangeRows.OF_CHANGED, KeyClaim.sql("true"));

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        KeyClaim.bind(key, drafts.stream().map(draft -> draft.id().value()).toList(), parameters);
        DraftRows.bind(drafts, parameters);
    }

    @Override
    public Optional<List<Event>> read(ResultSet rows) throws SQLException {
        boolean isClaimed = false;
        List<Event> events = new ArrayList<>();
        while (rows.next()) {
            isClaimed = true;
            if (rows.getObject(1) != null) {
                events.add(EventRow.read(rows));
            }
        }
        return isClaimed ? Optional.of(events) : Optional.empty();
    }
}
