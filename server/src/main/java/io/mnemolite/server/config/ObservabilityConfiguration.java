package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an operator gets to see.
 *
 * @param logLevel the least severe messages that are logged; at least {@link LogLevel#DEBUG} with {@code debug}
 * @param logFormat how a message is written
 * @param logFileBytes the size at which a log file is closed and the next one begun
 * @param logFileCount log files kept
 * @param slowStatementThreshold the time from which on a statement counts as slow
 * @param profiling whether answers say how long the request waited and how long its work took
 * @param metrics whether {@code /metrics} is served
 * @param debug whether more is logged than usual
 */
public record ObservabilityConfiguration(
        LogLevel logLevel,
        LogFormat logFormat,
        long logFileBytes,
        int logFileCount,
        Duration slowStatementThreshold,
        boolean profiling,
        boolean metrics,
        boolean debug) {

    /** How severe a message is, the most severe ones first. */
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /** How a message is written. */
    public enum LogFormat {
        /** One JSON object per line, for machines. */
        JSON,
        /** Lines for people. */
        TEXT
    }

    /** The names that v1 deployments use. */
    private static final Map<String, LogLevel> LEVEL_SYNONYMS =
            Map.of("warning", LogLevel.WARN, "critical", LogLevel.ERROR, "fatal", LogLevel.ERROR);

    private static final Option<LogLevel> LOG_LEVEL = Option.of(
                    "log.level",
                    ValueType.choice(LogLevel.class, LEVEL_SYNONYMS),
                    Defaults.everywhere("info"),
                    "The least severe messages that are logged.")
            .environment("LOG_LEVEL");
    private static final Option<LogFormat> LOG_FORMAT = Option.of(
            "log.format",
            ValueType.choice(LogFormat.class),
            new Defaults("json", "text", "text"),
            "How messages are written: one JSON object per line, or text for people.");
    private static final Option<Long> LOG_FILE_SIZE = Option.of(
            "log.file-size",
            ValueType.bytes("64KiB", "10GiB"),
            Defaults.everywhere("10MB"),
            "The size at which a log file is closed and the next one begun.");
    private static final Option<Integer> LOG_FILE_COUNT =
            Option.of("log.file-count", ValueType.integer(1, 1_000), Defaults.everywhere("5"), "Log files kept.");
    private static final Option<Duration> SLOW_STATEMENT_THRESHOLD = Option.of(
            "log.slow-statement-threshold",
            ValueType.duration("ms", "0ms", "1h"),
            new Defaults("200ms", "200ms", "100ms"),
            "The time from which on a statement is recorded as slow.");
    private static final Option<Boolean> PROFILING = Option.of(
            "profiling.enabled",
            ValueType.bool(),
            new Defaults("false", "false", "true"),
            "Whether answers say in a Server-Timing header how long the request waited for its place among those that"
                    + " execute, and how long its work took.");
    private static final Option<Boolean> METRICS = Option.of(
            "metrics.enabled",
            ValueType.bool(),
            Defaults.everywhere("true"),
            "Whether /metrics is served; if not, it answers 404.");
    private static final Option<Boolean> DEBUG = Option.of(
                    "debug",
                    ValueType.bool(),
                    Defaults.everywhere("false"),
                    "Logs at least at level debug, whatever log.level says.")
            .environment("DEBUG");

    static final OptionGroup OPTIONS = new OptionGroup(
            "Logs and metrics",
            List.of(
                    LOG_LEVEL,
                    LOG_FORMAT,
                    LOG_FILE_SIZE,
                    LOG_FILE_COUNT,
                    SLOW_STATEMENT_THRESHOLD,
                    PROFILING,
                    METRICS,
                    DEBUG));

    static ObservabilityConfiguration read(Settings settings) {
        boolean debug = settings.get(DEBUG);
        LogLevel level = settings.get(LOG_LEVEL);
        return new ObservabilityConfiguration(
                debug && level.compareTo(LogLevel.DEBUG) < 0 ? LogLevel.DEBUG : level,
                settings.get(LOG_FORMAT),
                settings.get(LOG_FILE_SIZE),
                settings.get(LOG_FILE_COUNT),
                settings.get(SLOW_STATEMENT_THRESHOLD),
                settings.get(PROFILING),
                settings.get(METRICS),
                debug);
    }
}
