package io.mnemolite.postgres.event;

/** The part of each write that notes in the change log what it changed. */
final class ChangeRows {

    private ChangeRows() {}

    /** A query of name {@code logged} over a query of name {@code changed}, which returns the rows that now stand. */
    static final String OF_CHANGED = logged(false);

    /** As {@link #OF_CHANGED}, where {@code changed} returns the rows that are gone. */
    static final String OF_DELETED = logged(true);

    private static String logged(boolean deleted) {
        return """
                logged as (
                    insert into mnemolite.change (entity, id, deleted, revision, vector_revision)
                    select 1, id, %s, revision, vector_revision from changed
                )
                """.formatted(deleted);
    }
}
