package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.event.JsonContainment;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonGeneratorTest {

    private static final int TRIES = 2000;

    private final Seed seed = Seed.next("JSON generator");

    @Test
    void fragments_areContainedOftenAndNotAlways() {
        JsonGenerator json = new JsonGenerator(seed.random());
        int contained = 0;
        for (int i = 0; i < TRIES; i++) {
            ObjectNode whole = json.object();
            contained += JsonContainment.contains(whole, json.fragmentOf(whole)) ? 1 : 0;
        }

        assertThat(contained).isBetween(TRIES / 2, TRIES - TRIES / 50);
    }

    @Test
    void unrelatedObjects_areContainedAtTimes() {
        JsonGenerator json = new JsonGenerator(seed.random());
        int contained = 0;
        for (int i = 0; i < TRIES; i++) {
            ObjectNode part = json.object();
            contained += !part.isEmpty() && JsonContainment.contains(json.object(), part) ? 1 : 0;
        }

        assertThat(contained).isBetween(TRIES / 1000, TRIES / 2);
    }

    @Test
    void theSameSeed_givesTheSameObjects() {
        JsonGenerator one = new JsonGenerator(new Random(7));
        JsonGenerator other = new JsonGenerator(new Random(7));
        for (int i = 0; i < 50; i++) {
            ObjectNode whole = one.object();
            assertThat(other.object()).isEqualTo(whole);
            assertThat(other.fragmentOf(whole)).isEqualTo(one.fragmentOf(whole));
        }
    }
}
