package io.mnemolite.server.web.graph;

import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the page shows, as its address says.
 *
 * @param types of the nodes; any if empty
 * @param limit how many of the newest nodes are loaded
 * @param isList whether tables are shown in place of the picture
 * @param text that is searched for, empty for none
 * @param depth how many edges an expansion goes over
 * @param event the id of the event that the drawer opens with, empty for none
 */
public record GraphAddress(
        Set<String> types, int limit, Arrangement layout, boolean isList, String text, int depth, String event) {

    static final int MAX_LIMIT = 2_000;
    static final int MAX_DEPTH = 3;
    private static final int DEFAULT_LIMIT = 500;
    private static final int MOST_TYPES = 50;
    private static final List<Integer> LIMITS = List.of(100, 250, 500, 1_000, MAX_LIMIT);

    static GraphAddress of(QueryParameters query) {
        String layout = query.string("layout");
        if (Arrangement.of(layout).isEmpty()) {
            query.addViolation(Violation.of(
                    "enum", List.of("query", "layout"), "Input should be one of " + Arrangement.names(), layout));
        }
        // Read for what may be wrong with them; the browser does the rest.
        query.uuid("node");
        query.uuid("around");
        UUID event = query.uuid("event");
        GraphAddress address = new GraphAddress(
                types(query),
                limit(query),
                Arrangement.of(layout).orElse(Arrangement.FORCE),
                "list".equals(query.string("view")),
                Objects.requireNonNullElse(query.string("q"), "").strip(),
                depth(query),
                event == null ? "" : event.toString());
        query.check();
        return address;
    }

    static Set<String> types(QueryParameters query) {
        Set<String> types =
                query.strings("type").stream().filter(type -> !type.isEmpty()).collect(Collectors.toUnmodifiableSet());
        if (types.size() > MOST_TYPES) {
            query.addViolation(Violation.of(
                    "too_long",
                    List.of("query", "type"),
                    "At most " + MOST_TYPES + " types can be chosen, not " + types.size(),
                    null));
        }
        return types;
    }

    static int limit(QueryParameters query) {
        return query.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    static int depth(QueryParameters query) {
        return query.integer("depth", 1, 1, MAX_DEPTH);
    }

    public List<Arrangement> layouts() {
        return Arrays.asList(Arrangement.values());
    }

    /** The limits to choose from, the present one among them. */
    public List<Integer> limits() {
        return Stream.concat(LIMITS.stream(), Stream.of(limit))
                .distinct()
                .sorted()
                .toList();
    }

    public List<Integer> depths() {
        return IntStream.rangeClosed(1, MAX_DEPTH).boxed().toList();
    }
}
