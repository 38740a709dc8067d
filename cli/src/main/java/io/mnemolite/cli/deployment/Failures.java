package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.function.Supplier;

/** The product's failures as those of a command. */
final class Failures {

    private Failures() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (MnemoliteException e) {
            throw new CommandFailure(
                    switch (e.code()) {
                        case BAD_REQUEST -> ExitCode.USAGE;
                        case CONFLICT -> ExitCode.REFUSED;
                        default -> ExitCode.FAILED;
                    },
                    e.sentence(),
                    e);
        }
    }
}
