package io.mnemolite.server.config;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The configuration cannot be used: everything that is wrong with it, numbered. */
public final class ConfigurationException extends MnemoliteException {

    /** What the process exits with when this stops its start (EX_CONFIG of sysexits.h). */
    public static final int EXIT_CODE = 78;

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(ErrorCode.CONFIGURATION, message(problems));
        this.problems = List.copyOf(problems);
    }

    /** The sentences, in the order of the numbers. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        String count = problems.size() == 1 ? "1 error" : problems.size() + " errors";
        return IntStream.range(0, problems.size())
                .mapToObj(index -> "\n  " + (index + 1) + ". " + problems.get(index))
                .collect(Collectors.joining("", "The configuration has " + count + ":", ""));
    }
}
