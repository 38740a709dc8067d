package io.mnemolite.load.traffic;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A kind of request and how often it comes.
 *
 * @param kind its name in reports
 * @param perMille of 1,000 requests, so many are of this kind
 * @param writes whether it changes what is stored
 * @param maker the next request of this kind
 */
public record Share(String kind, Area area, int perMille, boolean writes, Function<RandomGenerator, Call> maker) {}
