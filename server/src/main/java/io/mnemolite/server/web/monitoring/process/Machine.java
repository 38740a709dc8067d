package io.mnemolite.server.web.monitoring.process;

import com.sun.management.OperatingSystemMXBean;
import io.mnemolite.server.web.text.Amounts;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;

/**
 * The process and what it runs on.
 *
 * @param heapUsed as a width of the bound; empty without one
 * @param load of this process, as a share of all processors
 */
public record Machine(
        String version,
        String java,
        String processId,
        int threads,
        String heap,
        String heapMax,
        String heapUsed,
        String load,
        int processors,
        String system) {

    public static Machine read(String version) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double load = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuLoad()
                : -1;
        return new Machine(
                version,
                runtime.getVmVersion(),
                Long.toString(runtime.getPid()),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Amounts.bytes(heap.getUsed()),
                heap.getMax() > 0 ? Amounts.bytes(heap.getMax()) : Amounts.NONE,
                heap.getMax() > 0 ? 100 * heap.getUsed() / heap.getMax() + "%" : "",
                load < 0 ? Amounts.NONE : Amounts.percent(load),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
