package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeFileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The part of each write that notes in the change log what it changed. */
final class CodeFileChanges {

    /** A query of name {@code logged} over a query of name {@code changed}, which returns the rows that now stand. */
    static final String OF_CHANGED = logged(false);

    /** As {@link #OF_CHANGED}, where {@code changed} returns the rows that are gone. */
    static final String OF_DELETED = logged(true);

    private CodeFileChanges() {}

    private static String logged(boolean deleted) {
        return """
                logged as (
                    insert into mnemolite.change (entity, id, deleted, revision, vector_revision)
                    select 2, id, %s, revision, vector_revision from changed
                )
                """.formatted(deleted);
    }

    /** The first column of all rows. */
    static List<CodeFileId> readIds(ResultSet rows) throws SQLException {
        List<CodeFileId> ids = new ArrayList<>();
        while (rows.next()) {
            ids.add(new CodeFileId(rows.getObject(1, UUID.class)));
        }
        return ids;
    }
}
