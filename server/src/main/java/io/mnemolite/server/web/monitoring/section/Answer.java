package io.mnemolite.server.web.monitoring.section;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the page shows, or why it cannot: one that fails leaves the others as they are.
 *
 * @param value null when it failed
 * @param failure a sentence, empty when it did not fail
 */
public record Answer<T>(@Nullable T value, String failure) {

    public static <T> Answer<T> of(T value) {
        return new Answer<>(value, "");
    }

    public static <T> Answer<T> failed(String sentence) {
        return new Answer<>(null, sentence);
    }

    /** The same answer in another form. */
    public <R> Answer<R> map(Function<T, R> form) {
        return value == null ? failed(failure) : of(form.apply(value));
    }
}
