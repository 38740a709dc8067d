package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Identities to and from arrays and rows. */
final class EventIds {

    private EventIds() {}

    static List<UUID> values(Collection<EventId> ids) {
        return ids.stream().map(EventId::value).toList();
    }

    /** The first column of all rows. */
    static List<EventId> readAll(ResultSet rows) throws SQLException {
        List<EventId> ids = new ArrayList<>();
        while (rows.next()) {
            ids.add(new EventId(rows.getObject(1, UUID.class)));
        }
        return ids;
    }
}
