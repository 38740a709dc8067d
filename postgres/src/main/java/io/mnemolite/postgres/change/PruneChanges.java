package io.mnemolite.postgres.change;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Forgets some changes to one kind of entity up to a position that are older than a day, and raises the floor to the last; how many. */
record PruneChanges(LoggedEntity<?> entity, IndexPosition upTo, int limit) implements Query<Integer> {

    private static final String SQL = """
            with pruned as (
                delete from mnemolite.change where (entity, xid, seq) in (
                    select entity, xid, seq from mnemolite.change
                    where entity = ? and (xid, seq) <= (?::text::xid8, ?) and at < now() - interval '1 day'
                    order by xid, seq limit ?)
                returning xid, seq
            ), highest as (
                select xid, seq from pruned order by xid desc, seq desc limit 1
            ), raised as (
                update mnemolite.change_floor as floor set xid = highest.xid, seq = highest.seq
                from highest where floor.entity = ? and (floor.xid, floor.seq) < (highest.xid, highest.seq)
            )
            select count(*) from pruned
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .number(entity.number())
                .text(Long.toString(upTo.xid()))
                .number(upTo.seq())
                .number(limit)
                .number(entity.number());
    }

    @Override
    public Integer read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
