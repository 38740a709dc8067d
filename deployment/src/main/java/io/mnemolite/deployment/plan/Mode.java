package io.mnemolite.deployment.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why the serving release changes. */
public enum Mode {
    APPLY,
    /** Without backup, migration and observation: whoever goes back has no time. */
    ROLLBACK;

    /** In their order, when nothing goes wrong. */
    public List<Step> steps() {
        return switch (this) {
            case APPLY ->
                List.of(
                        Step.UNPACK,
                        Step.BACK_UP,
                        Step.MIGRATE,
                        Step.TRAIN,
                        Step.PREPARE,
                        Step.START,
                        Step.HEALTH,
                        Step.CATCH_UP,
                        Step.WARM_UP,
                        Step.SWITCH,
                        Step.OBSERVE,
                        Step.RETIRE);
            case ROLLBACK -> List.of(Step.PREPARE, Step.START, Step.HEALTH, Step.CATCH_UP, Step.SWITCH, Step.RETIRE);
        };
    }

    /** As the journal has it. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #lowerName()}; empty for any other name. */
    public static Optional<Mode> find(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.lowerName().equals(name))
                .findFirst();
    }
}
