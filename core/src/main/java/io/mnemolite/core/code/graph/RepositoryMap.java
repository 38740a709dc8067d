package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.token.TokenCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The most important symbols of a repository as a text for a reader with little room: files by path, their symbols by line,
 * chosen by how much of the repository leads to them.
 *
 * @param text a line per file, and an indented one per symbol
 * @param tokens how many a language model takes it for at most, by {@link TokenCount}
 * @param shown how many symbols it shows
 * @param total how many there are
 */
public record RepositoryMap(String text, int tokens, int shown, int total) {

    /** A symbol with its share of the rank. */
    private record Ranked(PlacedSymbol symbol, double rank) {}

    /**
     * @param focus a part of paths or names that the reader is interested in; null favours nothing
     * @param maxTokens what the text may take
     */
    static RepositoryMap of(List<PlacedSymbol> symbols, List<Link> links, @Nullable String focus, int maxTokens) {
        List<PlacedSymbol> shown =
                symbols.stream().filter(RepositoryMap::isShown).toList();
        List<Ranked> ranked = ranked(symbols, links, focus);
        List<Ranked> chosen = new ArrayList<>();
        Set<String> files = new HashSet<>();
        int room = maxTokens;
        for (Ranked candidate : ranked) {
            if (!isShown(candidate.symbol())) {
                continue;
            }
            String path = candidate.symbol().path();
            // Lines cost by themselves what they cost together.
            int cost = TokenCount.of(line(candidate.symbol())) + (files.contains(path) ? 0 : TokenCount.of(head(path)));
            if (cost > room) {
                break;
            }
            room -= cost;
            files.add(path);
            chosen.add(candidate);
        }
        String text = text(chosen);
        return new RepositoryMap(text, TokenCount.of(text), chosen.size(), shown.size());
    }

    private static boolean isShown(PlacedSymbol placed) {
        return placed.symbol().kind() != DefinitionKind.MODULE
                && !placed.symbol().isImplicit();
    }

    private static List<Ranked> ranked(List<PlacedSymbol> symbols, List<Link> links, @Nullable String focus) {
        Map<SymbolId, Integer> places = HashMap.newHashMap(symbols.size());
        double[] preference = new double[symbols.size()];
        for (int i = 0; i < symbols.size(); i++) {
            places.put(symbols.get(i).symbol().id(), i);
            preference[i] = preference(symbols.get(i), focus);
        }
        if (Arrays.stream(preference).sum() == 0) {
            Arrays.fill(preference, 1);
        }
        int[] sources = new int[links.size()];
        int[] targets = new int[links.size()];
        int count = 0;
        for (Link link : links) {
            Integer source = places.get(link.source());
            Integer target = places.get(link.target());
            if (source != null && target != null) {
                sources[count] = source;
                targets[count++] = target;
            }
        }
        double[] rank = PageRank.of(Arrays.copyOf(sources, count), Arrays.copyOf(targets, count), preference);
        giveToOwners(symbols, rank);
        List<Ranked> ranked = new ArrayList<>(symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            ranked.add(new Ranked(symbols.get(i), rank[i]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::rank)
                .reversed()
                .thenComparing(one -> one.symbol().path())
                .thenComparingInt(one -> one.symbol().symbol().startLine())
                .thenComparing(one -> one.symbol().symbol().id()));
        return ranked;
    }

    /** What leads to a constructor that nobody wrote leads to its type. */
    private static void giveToOwners(List<PlacedSymbol> symbols, double[] rank) {
        Map<String, Integer> types = new HashMap<>();
        for (int i = 0; i < rank.length; i++) {
            CodeSymbol symbol = symbols.get(i).symbol();
            if (symbol.kind().isType()) {
                types.putIfAbsent(symbol.file() + " " + symbol.qualifiedName(), i);
            }
        }
        for (int i = 0; i < rank.length; i++) {
            CodeSymbol symbol = symbols.get(i).symbol();
            String qualified = symbol.qualifiedName();
            if (symbol.isImplicit() && qualified.indexOf('.') > 0) {
                Integer owner = types.get(symbol.file() + " " + qualified.substring(0, qualified.lastIndexOf('.')));
                rank[owner == null ? i : owner] += owner == null ? 0 : rank[i];
            }
        }
    }

    private static double preference(PlacedSymbol symbol, @Nullable String focus) {
        if (focus != null) {
            String wanted = focus.toLowerCase(Locale.ROOT);
            return symbol.path().toLowerCase(Locale.ROOT).contains(wanted)
                            || symbol.symbol()
                                    .qualifiedName()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(wanted)
                    ? 1
                    : 0;
        }
        return symbol.symbol().isTest() ? 0 : 1;
    }

    private static String text(List<Ranked> chosen) {
        Map<String, List<PlacedSymbol>> byFile = new TreeMap<>();
        chosen.forEach(one -> byFile.computeIfAbsent(one.symbol().path(), absent -> new ArrayList<>())
                .add(one.symbol()));
        StringBuilder text = new StringBuilder();
        byFile.forEach((path, symbols) -> {
            text.append(head(path));
            symbols.sort(Comparator.<PlacedSymbol>comparingInt(
                            symbol -> symbol.symbol().startLine())
                    .thenComparing(symbol -> symbol.symbol().id()));
            symbols.forEach(symbol -> text.append(line(symbol)));
        });
        return text.toString();
    }

    /** Names of files may hold ends of lines, and each file is a line here. */
    private static String head(String path) {
        return path.replace('\n', ' ').replace('\r', ' ') + ":\n";
    }

    private static String line(PlacedSymbol placed) {
        CodeSymbol symbol = placed.symbol();
        String parameters = symbol.kind().isCallable() ? "(" + symbol.signature() + ")" : "";
        return "  " + symbol.startLine() + " " + symbol.kind().wireName() + " " + symbol.qualifiedName() + parameters
                + "\n";
    }
}
