package io.mnemolite.server.ops;

import com.sun.management.OperatingSystemMXBean;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.EffectiveValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The process, its host and its effective configuration, secrets masked. */
public final class SystemReport {

    private final Configuration configuration;
    private final String version;

    public SystemReport(Configuration configuration, String version) {
        this.configuration = configuration;
        this.version = version;
    }

    public Map<String, Object> read() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("process", process());
        body.put("host", host());
        body.put("home", configuration.storage().home().toString());
        body.put("database", configuration.storage().isEmbedded() ? "embedded" : "external");
        body.put("configuration", settings());
        return body;
    }

    private Map<String, Object> process() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("pid", runtime.getPid());
        process.put("uptime_seconds", runtime.getUptime() / 1_000.0);
        process.put("java", runtime.getVmVersion());
        process.put("heap_used_bytes", heap.getUsed());
        process.put("heap_max_bytes", heap.getMax());
        process.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            process.put("cpu_load", system.getProcessCpuLoad());
        }
        return process;
    }

    private Map<String, Object> host() {
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        host.put("processors", Runtime.getRuntime().availableProcessors());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            host.put("memory_bytes", system.getTotalMemorySize());
            host.put("memory_free_bytes", system.getFreeMemorySize());
            host.put("cpu_load", system.getCpuLoad());
        }
        try {
            host.put(
                    "disk_free_bytes",
                    Files.getFileStore(configuration.storage().home()).getUsableSpace());
        } catch (IOException e) {
            host.put("disk_free_bytes", null);
        }
        return host;
    }

    private List<Map<String, Object>> settings() {
        List<Map<String, Object>> settings = new ArrayList<>();
        for (EffectiveValue value : configuration.effective()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", value.key());
            entry.put("value", value.value());
            entry.put("source", value.source());
            settings.add(entry);
        }
        return settings;
    }
}
