package io.mnemolite.parsing.outline;

import io.mnemolite.parsing.query.Capture;

/**
 * A definition as a query found it; all members but {@code kind} are nodes of the tree, or {@code NONE}.
 *
 * @param kind one for which {@link Capture#isDefinition} holds
 * @param outer the statement around it that belongs to it, such as an export, else the node itself
 * @param owner the type it belongs to, when it stands outside of it
 * @param doc documentation that is no comment
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and there are many.
public record Definition(
        Capture kind,
        int node,
        int outer,
        int name,
        int owner,
        int body,
        int returns,
        int doc,
        int[] parameters,
        int[] decorators) {}
