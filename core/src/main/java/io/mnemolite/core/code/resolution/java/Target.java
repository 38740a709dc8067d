package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a call site was found to call.
 *
 * @param found the method, which may be one of the standard library; null when none was found
 * @param reason why there is no edge; null when there is one
 * @param receiver the type of what stands before the name
 */
record Target(
        Hierarchy.@Nullable Found found,
        Rule rule,
        int candidates,
        float confidence,
        @Nullable Reason reason,
        Type receiver) {

    static Target unresolved(Reason reason, Type receiver) {
        return new Target(null, Rule.RECEIVER, 0, 0, reason, receiver);
    }

    static Target of(Overloads.Choice choice, Rule rule, Type receiver) {
        return of(choice, rule, receiver, 1);
    }

    static Target of(Overloads.Choice choice, Rule rule, Type receiver, float trust) {
        boolean isStandard = choice.found().member().owner().isStandard();
        float confidence = choice.candidates() == 1 ? trust : trust * 0.9f;
        return new Target(
                choice.found(), rule, choice.candidates(), confidence, isStandard ? Reason.EXTERNAL : null, receiver);
    }
}
