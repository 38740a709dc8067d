package io.mnemolite.load.traffic;

import java.util.List;

/**
 * What the filled store holds, hence what requests can name; the first of each list is asked for most.
 *
 * @param events ids of events
 * @param questions texts to search for
 * @param nodes ids of nodes of the memory graph
 * @param symbols ids of methods of the sample repository
 * @param sources the sample repository
 */
public record Keys(
        List<String> events,
        List<String> questions,
        List<String> nodes,
        List<String> symbols,
        SampleRepository sources) {

    public Keys {
        events = List.copyOf(events);
        questions = List.copyOf(questions);
        nodes = List.copyOf(nodes);
        symbols = List.copyOf(symbols);
    }
}
