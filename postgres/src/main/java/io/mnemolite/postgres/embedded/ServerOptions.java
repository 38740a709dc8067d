package io.mnemolite.postgres.embedded;

import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's settings, given on its command line: there they win over the files in the data directory, and a new
 * version of the product changes them without touching the data.
 */
final class ServerOptions {

    private ServerOptions() {}

    static List<String> commandLine(EmbeddedPostgresSettings settings, Path programs, Path cluster, int port) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", cluster.toString()));
        options(settings, port).forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return command;
    }

    private static Map<String, String> options(EmbeddedPostgresSettings settings, int port) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("listen_addresses", "127.0.0.1");
        options.put("port", Integer.toString(port));
        options.put("unix_socket_directories", "");
        options.put("password_encryption", "scram-sha-256");
        options.put("cluster_name", "mnemolite");
        options.put("timezone", "UTC");

        options.put("max_connections", Integer.toString(settings.maxConnections()));
        options.put("shared_buffers", settings.sharedBuffersInMegabytes() + "MB");
        options.put("work_mem", "8MB");
        options.put("maintenance_work_mem", "64MB");
        options.put("effective_cache_size", "1GB");
        options.put("random_page_cost", "1.1");
        options.put("jit", "off");
        options.put("wal_level", "replica");
        options.put("max_wal_size", "1GB");
        options.put("min_wal_size", "128MB");

        String durable = settings.durability() == Durability.DURABLE ? "on" : "off";
        options.put("fsync", durable);
        options.put("synchronous_commit", "on");
        options.put("full_page_writes", durable);

        options.put("shared_preload_libraries", "pg_stat_statements");
        options.put("logging_collector", "on");
        options.put("log_directory", settings.logDirectory().toString());
        // One file per day of the week: a week is kept, and no name grows for ever.
        options.put("log_filename", "postgresql-%a.log");
        options.put("log_rotation_age", "1d");
        options.put("log_rotation_size", "0");
        options.put("log_truncate_on_rotation", "on");
        options.put("log_timezone", "UTC");
        options.put("log_line_prefix", "%m [%p] %a ");
        options.put("log_min_duration_statement", "1s");
        // Values are what people store: they do not belong into a log.
        options.put("log_parameter_max_length", "0");
        options.put("log_parameter_max_length_on_error", "0");
        return options;
    }
}
