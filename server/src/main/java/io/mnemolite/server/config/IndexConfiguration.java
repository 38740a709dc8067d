package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * The search index on disk.
 *
 * @param commitInterval how often it is made durable; what came after is read again from the change log at the start
 * @param ramBufferBytes memory for documents that are not yet on disk
 * @param pollInterval how often the change log is read for the changes of other nodes
 */
public record IndexConfiguration(Duration commitInterval, long ramBufferBytes, Duration pollInterval) {

    private static final Option<Duration> COMMIT_INTERVAL = Option.of(
            "index.commit-interval",
            ValueType.duration("s", "100ms", "1h"),
            Defaults.everywhere("10s"),
            "How often the search index is made durable; a start reads later changes from the database again.");
    private static final Option<Long> RAM_BUFFER = Option.of(
            "index.ram-buffer",
            ValueType.bytes("1MiB", "1GiB"),
            Defaults.everywhere("16MiB"),
            "Memory for indexed documents that are not yet written; a search after many writes first writes these.");
    private static final Option<Duration> POLL_INTERVAL = Option.of(
            "index.poll-interval",
            ValueType.duration("s", "10ms", "1m"),
            Defaults.everywhere("1s"),
            "How often the change log is read for the changes of other nodes.");

    static final OptionGroup OPTIONS =
            new OptionGroup("Search index", List.of(COMMIT_INTERVAL, RAM_BUFFER, POLL_INTERVAL));

    static IndexConfiguration read(Settings settings) {
        return new IndexConfiguration(
                settings.get(COMMIT_INTERVAL), settings.get(RAM_BUFFER), settings.get(POLL_INTERVAL));
    }
}
