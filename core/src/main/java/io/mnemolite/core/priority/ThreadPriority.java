package io.mnemolite.core.priority;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a thread may have of a processor that others want as well. Java's own priorities mean nothing on Linux, the nice value
 * of a thread does. Elsewhere, and where it may not be changed, nothing is.
 *
 * <p>What is behind these is in front of them: the event loops, which take requests in, refuse them and answer from caches, so
 * that they do so at once however much work there is.
 */
@SuppressWarnings("restricted") // Native access is what this class is for.
public enum ThreadPriority {

    /** The work of requests, PostgreSQL's part of it too. Beside a busy thread of the usual priority a third of its share. */
    WORK(5),

    /**
     * What nobody waits for: building the graph of a hundred thousand vectors takes minutes of processor time. A tenth of the
     * share of a usual thread, so that it never starves.
     */
    BACKGROUND(10);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadPriority.class);

    private static final int OF_A_THREAD = 0;
    private static final int CALLING = 0;
    private static final int LOWEST = 19;

    private static final Optional<MethodHandle> SET = function(
            "setpriority",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    /** The nice value of the process; threads are counted from it. */
    private static final int USUAL = function(
                    "getpriority",
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
            .map(ThreadPriority::ofTheProcess)
            .orElse(0);

    private static final ThreadLocal<@Nullable ThreadPriority> TAKEN = new ThreadLocal<>();

    private final int below;

    ThreadPriority(int below) {
        this.below = below;
    }

    /**
     * Gives this priority to the calling platform thread for as long as it lives, to the threads and processes that it starts
     * from then on, and to the carrier of the calling virtual thread. It can be lowered further, but not raised again. Never
     * fails: a priority is a wish.
     */
    public void take() {
        ThreadPriority taken = TAKEN.get();
        if (taken == null || taken.compareTo(this) < 0) {
            TAKEN.set(this);
            SET.ifPresent(this::take);
        }
    }

    /** The same threads, with this priority. */
    public ThreadFactory of(ThreadFactory threads) {
        return work -> threads.newThread(() -> {
            take();
            work.run();
        });
    }

    private void take(MethodHandle setPriority) {
        try {
            int failed = (int) setPriority.invokeExact(OF_A_THREAD, CALLING, Math.min(USUAL + below, LOWEST));
            if (failed != 0) {
                LOG.debug("The priority of {} stays as it is", Thread.currentThread());
            }
        } catch (Throwable e) {
            LOG.debug("The priority of {} stays as it is", Thread.currentThread(), e);
        }
    }

    private static int ofTheProcess(MethodHandle getPriority) {
        try {
            return (int) getPriority.invokeExact(
                    OF_A_THREAD, (int) ProcessHandle.current().pid());
        } catch (Throwable e) {
            LOG.debug("The priority of the process is not known", e);
            return 0;
        }
    }

    /** Of the C library on Linux, whose calls concern one thread and not the process, unlike what POSIX says. */
    private static Optional<MethodHandle> function(String name, FunctionDescriptor type) {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> address = linker.defaultLookup().find(name);
            return address.map(found -> linker.downcallHandle(found, type));
        } catch (RuntimeException e) {
            // Native access is denied.
            LOG.debug("{} cannot be called", name, e);
            return Optional.empty();
        }
    }
}
