package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionCodecTest {

    private static final SymbolId CALLER = new SymbolId(new UUID(1, 2));
    private static final SymbolId CALLEE = new SymbolId(new UUID(-3, 4));

    private static final Resolution RESOLUTION = new Resolution(
            List.of(
                    new Edge(CALLER, CALLEE, Edge.Kind.CALLS, 3, 7, Rule.RECEIVER, 0.5f, 2),
                    new Edge(CALLEE, CALLER, Edge.Kind.MAY_DISPATCH, 9, 1, Rule.OVERRIDE, 1, 1)),
            List.of(new UnresolvedSite(CALLER, "größe.next", "next", 4, 8, Reason.UNKNOWN_RECEIVER)),
            new long[] {-5, 0, 77});

    /** A record of the current version with these numbers in it. */
    private static byte[] numbers(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ResolutionCodec.VERSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void decode_ofWhatWasEncoded_isTheSame() {
        Resolution decoded = ResolutionCodec.decode(ResolutionCodec.encode(RESOLUTION));

        assertThat(decoded.edges()).isEqualTo(RESOLUTION.edges());
        assertThat(decoded.unresolved()).isEqualTo(RESOLUTION.unresolved());
        assertThat(decoded.keys()).containsExactly(-5, 0, 77);
    }

    @Test
    void decode_ofACalleeAsLongAsNoOneWrites_isItsBeginning() {
        UnresolvedSite site = new UnresolvedSite(CALLER, "x".repeat(100_000), "next", 1, 1, Reason.DYNAMIC);

        Resolution decoded =
                ResolutionCodec.decode(ResolutionCodec.encode(new Resolution(List.of(), List.of(site), new long[0])));

        assertThat(decoded.unresolved().getFirst().callee()).isEqualTo("x".repeat(1_000));
    }

    @Test
    void decode_ofAnotherVersion_says() {
        byte[] bytes = ResolutionCodec.encode(RESOLUTION);
        bytes[0] = ResolutionCodec.VERSION + 1;

        assertThat(ResolutionCodec.isCurrent(bytes)).isFalse();
        assertThat(ResolutionCodec.isCurrent(new byte[0])).isFalse();
        assertThatThrownBy(() -> ResolutionCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record does not begin as version " + ResolutionCodec.VERSION + " does.");
    }

    @Test
    void decode_ofEachTruncation_failsCleanlyUnlessNothingThatCountsIsMissing() {
        byte[] bytes = ResolutionCodec.encode(RESOLUTION);
        int readable = 0;

        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            try {
                assertThat(ResolutionCodec.decode(truncated).keys()).containsExactly(RESOLUTION.keys());
                readable++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("The record");
            }
        }

        // The checksum and the mark of the end.
        assertThat(readable).isLessThan(8);
    }

    @Test
    void decode_ofASymbolThatIsNotThere_failsCleanly() throws IOException {
        byte[] bytes = numbers(0, 1, 0, 0, 0);

        assertThatThrownBy(() -> ResolutionCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record is damaged.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_000_000, Integer.MAX_VALUE})
    void decode_ofACountOfKeysThatIsALie_failsBeforeItTakesMemory(int count) throws IOException {
        byte[] bytes = numbers(0, 0, 0, count);

        assertThatThrownBy(() -> ResolutionCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record is damaged.");
    }
}
