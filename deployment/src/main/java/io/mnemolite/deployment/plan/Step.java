package io.mnemolite.deployment.plan;

import java.util.Locale;

/** One thing that a deployment does. Each can be done again with the same result. */
public enum Step {
    UNPACK("compare the archive with its checksum and unpack it"),
    BACK_UP("back the database up and prove the copy by restoring it"),
    MIGRATE("let the new release bring the schema up to date"),
    TRAIN("make the cache of loaded classes that its starts use"),
    PREPARE("write the slot's configuration and copy the live index"),
    START("start the release in the slot"),
    HEALTH("wait until it is healthy"),
    CATCH_UP("wait until it has applied what is in the change log now"),
    WARM_UP("read what was stored last: by id, in lists, searches and graphs"),
    SWITCH("send requests to the slot"),
    OBSERVE("watch errors and latency"),
    RETIRE("stop the release before it, after its last request"),
    /** Undoes {@link #SWITCH}. */
    RETURN("send requests to the release before it again"),
    /** Undoes what came before {@link #SWITCH}. The schema stays: migrations only add. */
    DISCARD("stop what was started");

    private final String sentence;

    Step(String sentence) {
        this.sentence = sentence;
    }

    /** What it does, without a capital and a full stop. */
    public String sentence() {
        return sentence;
    }

    /** As the journal has it. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #lowerName()}. */
    public static Step named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a failure of it is answered by going back. The others are repeated by the next run. */
    public boolean isUndoneAfterFailure() {
        return this != RETIRE && this != RETURN && this != DISCARD;
    }
}
