package io.mnemolite.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void of_scenarioAlone_hasItsDefaults() {
        Arguments normal = Arguments.of("normal");
        assertThat(normal.rate()).isEqualTo(100);
        assertThat(normal.seconds()).isEqualTo(60);
        assertThat(normal.events()).isEqualTo(20_000);
        assertThat(normal.isMock()).isFalse();
        assertThat(normal.longestP99()).isEqualTo(100);
        assertThat(normal.url()).isEmpty();
        assertThat(normal.knee()).isEmpty();
        assertThat(Arguments.of("smoke").isMock()).isTrue();
        assertThat(Arguments.of("optimization").users()).isEqualTo(50);
    }

    @Test
    void of_everyOption_isTaken() {
        Arguments spike = Arguments.of(
                "spike",
                "--url",
                "http://127.0.0.1:8001/",
                "--rate",
                "7",
                "--seconds",
                "9",
                "--events",
                "11",
                "--knee",
                "13",
                "--model",
                "mock",
                "--p99",
                "17",
                "--users",
                "19");
        assertThat(spike.command()).isEqualTo(Arguments.Command.SPIKE);
        assertThat(spike.url()).hasValue("http://127.0.0.1:8001");
        assertThat(spike.rate()).isEqualTo(7);
        assertThat(spike.seconds()).isEqualTo(9);
        assertThat(spike.events()).isEqualTo(11);
        assertThat(spike.knee()).hasValue(13);
        assertThat(spike.longestP99()).isEqualTo(17);
        assertThat(spike.users()).isEqualTo(19);
        assertThat(spike.isMock()).isTrue();
    }

    @Test
    void of_nothing_asksForAScenario() {
        assertThatThrownBy(Arguments::of)
                .isInstanceOf(UsageException.class)
                .hasMessage("No scenario is named; name normal, stress, spike, optimization, overload or smoke.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        storm                | There is no scenario 'storm'; name normal, stress, spike, optimization, overload or smoke, or page for the report.
        normal --rate abc    | --rate is 'abc'; give a whole number from 1 to 1000000, such as --rate 100.
        normal --seconds 0   | --seconds is '0'; give a whole number from 1 to 1000000, such as --seconds 100.
        normal --events      | --events is ''; give a whole number from 1 to 1000000, such as --events 100.
        spike --knee -5      | --knee is '-5'; give a whole number from 1 to 1000000, such as --knee 100.
        stress --model big   | --model is 'big'; give real or mock.
        normal --url ftp://x | --url is 'ftp://x'; give the address of a running server, such as --url http://127.0.0.1:8001.
        normal --url %       | --url is '%'; give the address of a running server, such as --url http://127.0.0.1:8001.
        overload --url http://x | --url is 'http://x', but overload starts servers of its own; leave --url away.
        optimization --users 0 | --users is '0'; give a whole number from 1 to 1000000, such as --users 100.
        normal --fast 1      | There is no option '--fast'; see ./dev load --help for those.
        """)
    void of_whatCannotBeMeant_isSaidInASentence(String arguments, String sentence) {
        assertThatThrownBy(() -> Arguments.of(arguments.split(" ", -1)))
                .isInstanceOf(UsageException.class)
                .hasMessage(sentence);
    }
}
