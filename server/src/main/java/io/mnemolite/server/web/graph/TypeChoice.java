package io.mnemolite.server.web.graph;

import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCensus.Tally;
import io.mnemolite.server.web.text.ShownText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types to choose from, and the words that the dialogs suggest.
 *
 * @param more types that are shown only when asked for
 * @param names of all types, and {@code relations} of all edges, as they are stored
 */
@CheckedTemplate(basePath = "graph", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record TypeChoice(List<Type> types, List<Type> more, List<String> names, List<String> relations)
        implements TemplateInstance {

    private static final int SHOWN_AT_FIRST = 12;
    private static final int LENGTH = 40;

    /** @param mark see {@link TypeMarks} */
    public record Type(String value, ShownText name, long count, int mark, boolean chosen) {}

    static TypeChoice of(GraphCensus census, Set<String> chosen) {
        TypeMarks marks = new TypeMarks(census);
        List<String> names = census.types().stream().map(Tally::name).toList();
        List<Type> all = new ArrayList<>();
        // A chosen type that nothing bears, or that is rare, has its chip too: else it could not be given up.
        Stream<Tally> unknown =
                chosen.stream().filter(name -> !names.contains(name)).sorted().map(name -> new Tally(name, 0));
        Stream.concat(census.types().stream(), unknown)
                .map(tally -> new Type(
                        tally.name(),
                        ShownText.beginning(tally.name(), LENGTH),
                        tally.count(),
                        marks.of(tally.name()),
                        chosen.contains(tally.name())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Type::chosen).reversed());
        int shown = Math.min(all.size(), Math.max(SHOWN_AT_FIRST, (int)
                all.stream().filter(Type::chosen).count()));
        return new TypeChoice(
                all.subList(0, shown),
                all.subList(shown, all.size()),
                names,
                census.relations().stream().map(Tally::name).toList());
    }
}
