package io.mnemolite.server.front;

import io.mnemolite.core.deadline.Deadline;
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

    @Inject
    public AdmissionInterceptor(Admission admission) {
        this.admission = admission;
    }

    @AroundInvoke
    public Object admit(InvocationContext invocation) throws Exception {
        return Deadline.after(admission.deadline()).call(() -> admission.run(invocation::proceed));
    }
}
