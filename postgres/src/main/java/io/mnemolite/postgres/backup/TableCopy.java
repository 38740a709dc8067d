package io.mnemolite.postgres.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Moves the rows of a table as the text of COPY, which every major of PostgreSQL reads and writes alike. */
final class TableCopy {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Connection connection;
    private final StoreTables tables;

    TableCopy(Connection connection, StoreTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** @param rows hears how many rows of the table are written */
    TableContents out(String table, List<String> columns, OutputStream target, LongConsumer rows)
            throws SQLException, IOException {
        RowsHash hash = new RowsHash();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + place(table, columns) + " to stdout");
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                hash.update(row, row.length);
                target.write(row);
                rows.accept(hash.rows());
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new TableContents(table, columns, hash.rows(), hash.bytes(), hash.hex());
    }

    /** @param rows hears how many rows of the table were read */
    TableContents in(String table, List<String> columns, InputStream source, LongConsumer rows)
            throws SQLException, IOException {
        RowsHash hash = new RowsHash();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + place(table, columns) + " from stdin");
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
                hash.update(buffer, length);
                copy.writeToCopy(buffer, 0, length);
                rows.accept(hash.rows());
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new TableContents(table, columns, hash.rows(), hash.bytes(), hash.hex());
    }

    private String place(String table, List<String> columns) {
        return tables.name(table) + " "
                + columns.stream().map(StoreTables::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
