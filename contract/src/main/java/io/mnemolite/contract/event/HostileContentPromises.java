package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.VectorChange;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON that breaks careless stores. */
public abstract class HostileContentPromises extends StorePromises {

    static List<String> hostileObjects() {
        return List.of(
                "{}",
                "{'': ''}",
                "{'': {'': [{'': []}]}}",
                "{deep: " + "[".repeat(99) + "]".repeat(99) + "}",
                "{a:".repeat(99) + "{}" + "}".repeat(99),
                "{n: 1e300}",
                "{n: -1e300}",
                "{n: 1e-300}",
                "{n: 123456789012345678901234567890123456789012345678901234567890}",
                "{n: -123456789012345678901234567890123456789012345678901234567890}",
                "{n: 9223372036854775808}",
                "{n: 9007199254740993}",
                "{n: 0.1}",
                "{n: 0.1000000000000000055511151231257827021181583404541015625}",
                "{n: 3.141592653589793238462643383279502884197}",
                "{n: [0, 0.0, -0.0, 1.0, 1.00, 100, 1e2]}",
                "{quotes: \"' \\\" \\\\ \\\\\\\\ `\"}",
                "{sql: \"'; drop table event; -- $$ ? :name %s {0} ${x}\"}",
                "{'? \\\\ $1 \\\"': 1, 'a.b[0]': 2, '{a,b}': 3}",
                "{control: '\\u0001\\b\\t\\n\\f\\r\\u001f\\u007f\\u0085\\u2028\\u2029'}",
                "{emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷', '🔑': '\\ud83d\\ude00'}",
                "{cjk: '記憶 기억 记忆', arabic: 'ذاكرة', hebrew: 'זיכרון', '漢字': 'キー'}",
                "{composed: 'é', decomposed: 'e\\u0301', ligature: 'ﬁ', dotless: 'ı', sharp: 'ß'}",
                "{invisible: '\\ufeff\\u200b\\u202e\\uffff\\ufffe'}",
                "{'" + "k".repeat(3000) + "': '" + "long ".repeat(20_000) + "'}");
    }

    @ParameterizedTest
    @MethodSource("hostileObjects")
    void hostileContent_isKeptExactly(String text) {
        ObjectNode hostile = Json.object(text);
        EventSample sample = EventSample.text("plain").withContent(hostile);

        insert(sample);

        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @ParameterizedTest
    @MethodSource("hostileObjects")
    void hostileMetadata_isKeptExactlyMergedReplacedAndFound(String text) {
        ObjectNode hostile = Json.object(text);
        EventSample inserted = EventSample.text("inserted").withMetadata(hostile);
        EventSample merged = EventSample.text("merged");
        EventSample replaced = EventSample.text("replaced");
        insert(inserted, merged, replaced);

        updated(store().mergeMetadata(merged.id(), hostile, OptionalLong.empty()));
        updated(store().replace(replaced.id(), hostile, hostile, new VectorChange.Keep(), OptionalLong.empty()));

        String expected = CanonicalEvent.of(inserted.draft()).metadata();
        assertThat(read(inserted.id()).metadata()).isEqualTo(expected);
        assertThat(read(merged.id()).metadata()).isEqualTo(expected);
        assertThat(read(replaced.id()).metadata()).isEqualTo(expected);
        assertThat(read(replaced.id()).content()).isEqualTo(expected);
        assertThat(ids(store().filter(EventFilter.byMetadata(hostile), 10, 0)))
                .containsExactlyInAnyOrder(inserted.id(), merged.id(), replaced.id());
    }

    @Test
    void thousandsOfKeys_areKept() {
        ObjectNode wide = Json.object("{}");
        for (int i = 0; i < 5000; i++) {
            wide.put("key " + i, i);
        }
        EventSample sample = EventSample.text("wide").withMetadata(wide);

        insert(sample);

        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void nulCharacter_isRefusedEverywhereAndNothingIsStored() {
        ObjectNode value = Json.object("{a: [{b: 'before\\u0000after'}]}");
        ObjectNode key = Json.object("{'k\\u0000': 1}");
        EventSample present = EventSample.text("present");
        insert(present);
        CanonicalEvent before = read(present.id());

        for (ObjectNode nul : List.of(value, key)) {
            EventSample fresh = EventSample.text("fresh");
            EventId id = present.id();
            refused(() -> insert(fresh.withContent(nul)));
            refused(() -> insert(fresh.withMetadata(nul)));
            refused(() -> store().mergeMetadata(id, nul, OptionalLong.empty()));
            refused(() -> store().replace(id, nul, Json.object("{}"), new VectorChange.Keep(), OptionalLong.empty()));
            assertThat(store().find(fresh.id())).isEmpty();
        }
        assertThat(read(present.id())).isEqualTo(before);
    }

    private static void refused(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        MnemoliteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE));
    }
}
