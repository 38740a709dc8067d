package io.mnemolite.postgres.event;

import io.mnemolite.core.event.UpdateOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The frame of an update of one event under a revision. The row is locked first, so that the revision compared is the
 * current one, and "gone" is told from "changed by somebody else" within the statement.
 */
final class LockedUpdate {

    private LockedUpdate() {}

    /**
     * @param assignments what follows {@code set}; they bind their values after the id
     * @return a statement that binds the id, the values of the assignments, and the revision or null
     */
    static String sql(String assignments) {
        return """
                with target as (
                    select id, revision from mnemolite.event where id = ? for update
                ), changed as (
                    update mnemolite.event as event set %1$s, revision = event.revision + 1
                    from target
                    where event.id = target.id and target.revision = coalesce(?, target.revision)
                    returning %2$s
                ), %3$s
                select changed.*, target.revision from target left join changed on changed.id = target.id
                """.formatted(assignments, "event." + EventRow.COLUMNS.replace(", ", ", event."), ChangeRows.OF_CHANGED);
    }

    static UpdateOutcome read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return new UpdateOutcome.NotFound();
        }
        return rows.getObject(1) == null
                ? new UpdateOutcome.RevisionMismatch(rows.getLong(EventRow.NEXT_COLUMN))
                : new UpdateOutcome.Updated(EventRow.read(rows));
    }
}
