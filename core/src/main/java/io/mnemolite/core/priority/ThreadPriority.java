package io.mnemolite.core.priority;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a thread may have of a processor that others want as well. Java's own priorities mean nothing on Linux, the nice value
 * of a thread does. Elsewhere nothing is changed.
 *
 * <p>Threads that no priority was given to are the event loops, which take requests in, refuse them and answer from caches, so
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

    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private static final ThreadLocal<@Nullable ThreadPriority> TAKEN = new ThreadLocal<>();

    private final int nice;

    ThreadPriority(int nice) {
        this.nice = nice;
    }

    /**
     * Gives this priority to the calling platform thread for as long as it lives, to the threads and processes that it starts
     * from then on, and to the carrier of the calling virtual thread. It can be lowered further, but not raised again.
     */
    public void take() {
        ThreadPriority taken = TAKEN.get();
        if (SET_PRIORITY.isPresent() && (taken == null || taken.compareTo(this) < 0)) {
            take(SET_PRIORITY.get());
            TAKEN.set(this);
        }
    }

    private void take(MethodHandle setPriority) {
        try {
            int failed = (int) setPriority.invokeExact(OF_A_THREAD, CALLING, nice);
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
