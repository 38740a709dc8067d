package io.mnemolite.cache;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about the graph of code, which is the key of its answer.
 *
 * @param name of the method asked
 * @param arguments with which, each comparable by its value
 * @param tags what the answer depends on; they follow from the arguments
 */
record CodeQuestion(String name, List<@Nullable Object> arguments, List<Tag> tags) {

    /** About the code of one repository. */
    static CodeQuestion about(String repository, String name, @Nullable Object... arguments) {
        return new CodeQuestion(
                name, Arrays.asList(arguments), List.of(new Tag.OneRepository(repository), new Tag.SomeRepository()));
    }

    /** About something whose repository is not known before it is found. */
    static CodeQuestion anywhere(String name, @Nullable Object... arguments) {
        return new CodeQuestion(name, Arrays.asList(arguments), List.of(new Tag.AllCode()));
    }
}
