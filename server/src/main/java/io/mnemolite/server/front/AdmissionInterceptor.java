package io.mnemolite.server.front;

import io.mnemolite.core.deadline.Deadline;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Gives each call of an {@link Admitted} resource its deadline and its place. */
@Admitted
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AdmissionInterceptor {

    private final Admission admission;
    private final ServerTiming timing;
    private final RoutingContext context;

    @Inject
    public AdmissionInterceptor(Admission admission, ServerTiming timing, RoutingContext context) {
        this.admission = admission;
        this.timing = timing;
        this.context = context;
    }

    @AroundInvoke
    public Object admit(InvocationContext invocation) throws Exception {
        long arrival = System.nanoTime();
        return Deadline.after(admission.deadline())
                .call(() -> admission.run(() -> timing.measured(context.response(), arrival, invocation::proceed)));
    }
}
