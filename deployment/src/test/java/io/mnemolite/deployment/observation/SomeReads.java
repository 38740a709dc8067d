package io.mnemolite.deployment.observation;

import io.mnemolite.deployment.observation.Reads.Kind;
import io.mnemolite.deployment.observation.Reads.Request;
import java.util.Arrays;
import java.util.List;

/** Reads that a test names itself. */
public final class SomeReads {

    private SomeReads() {}

    /** Of events by these ids, one after the other. */
    public static Reads ofEvents(String... ids) {
        return new Reads(List.of(new Kind(
                "events by id",
                Arrays.stream(ids).map(id -> Request.get("/v1/events/" + id)).toList())));
    }
}
