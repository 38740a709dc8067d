package io.mnemolite.core.code.text;

import org.jspecify.annotations.Nullable;

/** What is looked for in a text. Safe for concurrent use. */
public interface TextPattern {

    /** Where a match is, from {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /** The first match that begins at {@code from} or later, in time linear in the length of the text; null without one. */
    @Nullable
    Span find(CharSequence text, int from);
}
