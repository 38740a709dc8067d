package io.mnemolite.lucene.disk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the threads of requests go first. Building the graph of a hundred thousand vectors takes minutes of processor time, which
 * nobody waits for; Java's own priorities mean nothing on Linux, the nice value of a thread does. Elsewhere nothing is changed.
 */
@SuppressWarnings("restricted") // Native access is what this class is for.
final class BackgroundPriority {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPriority.class);

    /** With an idle processor as fast as any; beside a busy thread about a tenth of its share, so that nothing starves. */
    private static final int NICE = 10;

    private static final int OF_A_THREAD = 0;
    private static final int CALLING = 0;

    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private BackgroundPriority() {}

    /** Lowers the priority of the calling platform thread for as long as it lives. */
    static void lower() {
        SET_PRIORITY.ifPresent(BackgroundPriority::lower);
    }

    private static void lower(MethodHandle setPriority) {
        try {
            int failed = (int) setPriority.invokeExact(OF_A_THREAD, CALLING, NICE);
            if (failed != 0) {
                LOG.debug(
                        "The priority of {} stays as it is",
                        Thread.currentThread().getName());
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority could not be called", e);
        }
    }

    /** On Linux, whose call changes one thread and not the process, unlike what POSIX says. */
    private static Optional<MethodHandle> setPriority() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)));
    }
}
