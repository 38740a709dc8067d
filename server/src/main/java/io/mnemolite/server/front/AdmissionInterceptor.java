package io.mnemolite.server.front;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Callable;

/** Gives each call of an {@link Admitted} resource its deadline and its place. */
@Admitted
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AdmissionInterceptor {

    private final Admission admission;
    private final Profiling profiling;
    private final RoutingContext context;

    @Inject
    public AdmissionInterceptor(Admission admission, Profiling profiling, RoutingContext context) {
        this.admission = admission;
        this.profiling = profiling;
        this.context = context;
    }

    @AroundInvoke
    public Object admit(InvocationContext invocation) throws Exception {
        Arrival arrival = ArrivalFilter.claimed(context, admission);
        try {
            return admitted(invocation);
        } finally {
            arrival.done();
        }
    }

    private Object admitted(InvocationContext invocation) throws Exception {
        Deadline deadline = Deadline.after(admission.deadline());
        RequestPhases phases = profiling.begin(context);
        return phases == null
                ? deadline.call(() -> admission.execute(invocation::proceed))
                : deadline.call(() -> phases.call(() -> measured(phases, invocation::proceed)));
    }

    private Object measured(RequestPhases phases, Callable<Object> work) throws Exception {
        long arrival = System.nanoTime();
        return admission.execute(() -> {
            phases.add(Phase.ADMISSION, System.nanoTime() - arrival);
            return profiling.tellsCallers() ? ServerTiming.told(context.response(), phases, work) : work.call();
        });
    }
}
