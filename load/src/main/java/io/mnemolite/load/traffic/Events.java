package io.mnemolite.load.traffic;

import java.util.random.RandomGenerator;

/** Events read, created and changed one by one. */
public final class Events {

    /** The kind of request that the event cache answers. */
    public static final String READ = "event read";

    /**
     * How many of the events are read by id. Who reads by id has found the id before and works with it: reads keep to a
     * working set, within which they follow a Zipf distribution. An entry lives 60 s whatever is asked for, so at 16 reads
     * a second no cache could answer 80 % over many more.
     */
    public static final int WORKING_SET = 200;

    private final Keys keys;
    private final Zipf read;
    private final Zipf any;

    Events(Keys keys) {
        this.keys = keys;
        this.read = new Zipf(Math.min(WORKING_SET, keys.events().size()), 1);
        this.any = new Zipf(keys.events().size(), 1);
    }

    Call read(RandomGenerator random) {
        return Call.get("/v1/events/" + keys.events().get(read.next(random)));
    }

    Call create(RandomGenerator random) {
        return Call.post("/v1/events/?include_embedding=false", Json.object(body -> Filling.event(body, random)));
    }

    /** The events that are read most are changed most, and with the same distribution all others. */
    Call change(RandomGenerator random) {
        return new Call(
                Call.Method.PATCH,
                "/v1/events/" + keys.events().get(any.next(random)) + "/metadata?include_embedding=false",
                Json.object(patch -> patch.put("reviewed", random.nextInt(1_000_000))));
    }
}
