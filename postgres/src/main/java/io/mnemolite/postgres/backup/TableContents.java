package io.mnemolite.postgres.backup;

import java.util.List;

/**
 * What one table held.
 *
 * @param name without its schema
 * @param columns in the order of the values
 * @param bytes the length of the text that COPY writes of it
 * @param hash the sum of the SHA-256 of the rows of that text modulo 2^256, in 64 hexadecimal digits
 */
public record TableContents(String name, List<String> columns, long rows, long bytes, String hash) {

    public TableContents {
        columns = List.copyOf(columns);
    }
}
