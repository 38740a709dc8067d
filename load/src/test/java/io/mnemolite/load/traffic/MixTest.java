package io.mnemolite.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mnemolite.load.server.Api;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixTest {

    private static final Keys KEYS = new Keys(
            names("event", 2_000),
            names("why ", 40),
            names("node", 30),
            names("symbol", 20),
            new SampleRepository("sample", 12));

    @Test
    void shares_together_areTheWhole() {
        assertThat(Mix.over(KEYS, 1).shares().stream().mapToInt(Share::perMille).sum())
                .isEqualTo(Mix.WHOLE);
    }

    @Test
    void shares_byArea_areThoseOfTheScenario() {
        assertThat(Mix.over(KEYS, 1).shares().stream()
                        .collect(Collectors.groupingBy(Share::area, Collectors.summingInt(Share::perMille))))
                .containsOnly(
                        Map.entry(Area.SEARCH, 400),
                        Map.entry(Area.EVENTS, 200),
                        Map.entry(Area.INDEXING, 200),
                        Map.entry(Area.GRAPH, 150),
                        Map.entry(Area.HEALTH, 50));
    }

    @Test
    void next_manyTimes_eachKindAsOftenAsItsWeight() {
        Mix mix = Mix.over(KEYS, 5);
        int draws = 20_000;
        int[] counts = new int[mix.shares().size()];
        for (int draw = 0; draw < draws; draw++) {
            counts[mix.next().share()]++;
        }
        for (int place = 0; place < counts.length; place++) {
            Share share = mix.shares().get(place);
            double wanted = (double) draws * share.perMille() / Mix.WHOLE;
            assertThat((double) counts[place]).as(share.kind()).isCloseTo(wanted, within(5 * Math.sqrt(wanted)));
        }
    }

    @Test
    void readOnly_everyKind_changesNothing() {
        Mix mix = Mix.readOnly(KEYS, 5);
        assertThat(mix.shares()).isNotEmpty().noneMatch(Share::writes);
        assertThat(some(mix, 20_000))
                .extracting(Mix.Request::share)
                .hasSize(20_000)
                .contains(0, mix.shares().size() - 1);
    }

    @Test
    void next_sameSeed_sameRequests() {
        assertThat(some(Mix.over(KEYS, 9), 500)).isEqualTo(some(Mix.over(KEYS, 9), 500));
        assertThat(some(Mix.over(KEYS, 9), 500)).isNotEqualTo(some(Mix.over(KEYS, 10), 500));
    }

    @Test
    void next_everyBody_isJsonAndEveryPathEncoded() {
        for (Mix.Request request : some(Mix.over(KEYS, 11), 2_000)) {
            Call call = request.call();
            assertThat(call.path()).startsWith("/").doesNotContain(" ", "{", "\"");
            assertThat(call.body().isEmpty()).isEqualTo(call.method() == Call.Method.GET);
            if (!call.body().isEmpty()) {
                assertThat(Api.json(call.body()).isObject()).isTrue();
            }
        }
    }

    @Test
    void read_manyTimes_keepsToTheWorkingSet() {
        Mix mix = Mix.over(KEYS, 13);
        Set<String> read = new HashSet<>();
        Set<String> changed = new HashSet<>();
        for (Mix.Request request : some(mix, 50_000)) {
            switch (mix.shares().get(request.share()).kind()) {
                case Events.READ -> read.add(request.call().path());
                case "event change" -> changed.add(request.call().path());
                default -> {}
            }
        }
        assertThat(read).hasSize(Events.WORKING_SET);
        assertThat(changed).hasSizeGreaterThan(Events.WORKING_SET);
    }

    @Test
    void content_anotherEdition_differsAndNamesTheSameMethods() {
        SampleRepository sources = KEYS.sources();
        assertThat(sources.content(7, 1)).isNotEqualTo(sources.content(7, 2));
        assertThat(sources.content(7, 1).replace("1001", "1002")).isEqualTo(sources.content(7, 2));
        assertThat(sources.content(7, 1)).contains("new Step6().settle(sum)", "new Step3().settle(sum)");
    }

    private static List<Mix.Request> some(Mix mix, int count) {
        List<Mix.Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(mix.next());
        }
        return requests;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }
}
