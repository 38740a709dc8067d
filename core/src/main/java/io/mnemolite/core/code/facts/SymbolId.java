package io.mnemolite.core.code.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The identity of a symbol: a hash of what names it, so that indexing again, in any order, gives the same. */
public record SymbolId(UUID value) implements Comparable<SymbolId> {

    /**
     * The identities of all definitions of a file, in their order. What has the same kind, qualified name and signature is
     * told apart by its place among its equals.
     */
    public static List<SymbolId> of(String repository, FileFacts facts) {
        Map<String, Integer> seen = new HashMap<>();
        List<SymbolId> ids = new ArrayList<>(facts.definitions().size());
        for (Definition definition : facts.definitions()) {
            String own =
                    definition.kind().wireName() + '\0' + definition.qualifiedName() + '\0' + definition.signature();
            int ordinal = seen.merge(own, 1, Integer::sum) - 1;
            String name = repository + '\0' + facts.path() + '\0' + own + '\0' + ordinal;
            ids.add(new SymbolId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
        }
        return ids;
    }

    @Override
    public int compareTo(SymbolId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
