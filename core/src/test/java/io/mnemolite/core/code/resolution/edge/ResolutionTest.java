package io.mnemolite.core.code.resolution.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final SymbolId SYMBOL = new SymbolId(new UUID(0, 1));

    @Test
    void accuracy_countsCallSitesThatMayLeadInside() {
        List<Edge> oneOfEachKind = Arrays.stream(Edge.Kind.values())
                .map(kind -> new Edge(SYMBOL, SYMBOL, kind, 1, 1, Rule.SCOPE, 1, 1))
                .toList();
        List<UnresolvedSite> oneOfEachReason = Arrays.stream(Reason.values())
                .map(reason -> new UnresolvedSite(SYMBOL, "f", "f", 1, 1, reason))
                .toList();
        Resolution resolution = new Resolution(oneOfEachKind, oneOfEachReason, new long[0]);

        assertThat(resolution.resolvedSites()).as("calls and references").isEqualTo(2);
        assertThat(resolution.unresolvedInside()).as("all but external ones").isEqualTo(3);
        assertThat(Resolution.accuracy(resolution.resolvedSites(), resolution.unresolvedInside()))
                .isEqualTo(40);
        assertThat(Resolution.accuracy(0, 0)).as("of no site, none is missing").isEqualTo(100);
    }
}
