package io.mnemolite.postgres.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes and references between tables, taken away while rows are copied in and made again afterwards: both are faster
 * for all rows at once, and the tables can come in any order. Primary keys stay.
 */
final class DeferredDefinitions {

    private static final String INDEXES = """
            from pg_index as index
            join pg_class as class on class.oid = index.indexrelid
            join pg_namespace as namespace on namespace.oid = class.relnamespace
            where namespace.nspname = ? and not exists (select from pg_constraint where conindid = index.indexrelid)
            order by class.relname
            """;
    private static final String DROP_INDEX = "select format('drop index %I.%I', namespace.nspname, class.relname) ";
    private static final String CREATE_INDEX = "select pg_get_indexdef(index.indexrelid) ";

    private static final String REFERENCES = """
            from pg_constraint as bound
            join pg_class as class on class.oid = bound.conrelid
            join pg_namespace as namespace on namespace.oid = class.relnamespace
            where namespace.nspname = ? and bound.contype = 'f'
            order by class.relname, bound.conname
            """;
    private static final String DROP_REFERENCE =
            "select format('alter table %I.%I drop constraint %I', namespace.nspname, class.relname, bound.conname) ";
    private static final String ADD_REFERENCE = "select format('alter table %I.%I add constraint %I %s',"
            + " namespace.nspname, class.relname, bound.conname, pg_get_constraintdef(bound.oid)) ";

    private final StoreTables tables;
    private final List<String> definitions;

    private DeferredDefinitions(StoreTables tables, List<String> definitions) {
        this.tables = tables;
        this.definitions = definitions;
    }

    /** Takes them away. */
    static DeferredDefinitions of(StoreTables tables) throws SQLException {
        List<String> definitions = new ArrayList<>(tables.list(CREATE_INDEX + INDEXES));
        definitions.addAll(tables.list(ADD_REFERENCE + REFERENCES));
        for (String drop : tables.list(DROP_REFERENCE + REFERENCES)) {
            tables.execute(drop);
        }
        for (String drop : tables.list(DROP_INDEX + INDEXES)) {
            tables.execute(drop);
        }
        return new DeferredDefinitions(tables, definitions);
    }

    /** Makes them again; the references are checked. */
    void make() throws SQLException {
        for (String definition : definitions) {
            tables.execute(definition);
        }
    }
}
