package io.mnemolite.server.web.graph;

import io.mnemolite.core.graph.GraphCensus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which colour and shape the nodes of a type have: a number from 1 to 8 for each of the eight most frequent types, 0 for all
 * others. A type keeps its number as long as no more frequent one with the same hash comes.
 */
final class TypeMarks {

    private static final int MARKS = 8;

    private final Map<String, Integer> marks = new HashMap<>();

    TypeMarks(GraphCensus census) {
        Set<Integer> taken = new HashSet<>();
        for (GraphCensus.Tally type : census.types()) {
            if (taken.size() == MARKS) {
                break;
            }
            int mark = Math.floorMod(type.name().hashCode(), MARKS);
            while (!taken.add(mark)) {
                mark = (mark + 1) % MARKS;
            }
            marks.put(type.name(), mark + 1);
        }
    }

    int of(String type) {
        return marks.getOrDefault(type, 0);
    }
}
