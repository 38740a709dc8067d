package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Where threads were seen, as nested bars: a bar's width is its share of all samples, what stands below it was called by it.
 * Hovering names a bar in full.
 */
final class FlameGraph {

    private static final double WIDTH = 1_200;
    private static final int ROW = 17;
    private static final double NARROWEST = 0.6;
    private static final double CHARACTER = 6.2;

    private final StringBuilder bars = new StringBuilder();
    private final double all;
    private int deepest;

    private FlameGraph(long all) {
        this.all = Math.max(1, all);
    }

    /** @param root a node with name, samples and children */
    static String svg(JsonNode root) {
        FlameGraph graph = new FlameGraph(root.path("samples").asLong());
        graph.add(root, 0, 0);
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %d\" role=\"img\" aria-label=\"Flame graph\">%s</svg>",
                WIDTH,
                (graph.deepest + 1) * ROW,
                graph.bars);
    }

    private void add(JsonNode node, double x, int depth) {
        long samples = node.path("samples").asLong();
        double width = WIDTH * samples / all;
        if (width < NARROWEST) {
            return;
        }
        deepest = Math.max(deepest, depth);
        String name = node.path("name").asText();
        String escaped = Html.escaped(name);
        bars.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %d samples, %.1f %%</title><rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                escaped,
                samples,
                100 * samples / all,
                kind(name),
                x,
                depth * ROW,
                width,
                ROW - 1));
        int room = (int) ((width - 6) / CHARACTER);
        if (room > 3) {
            String text = shortened(name);
            bars.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    x + 3,
                    depth * ROW + 12,
                    Html.escaped(text.length() <= room ? text : text.substring(0, room - 1) + "…")));
        }
        bars.append("</g>\n");
        double at = x;
        for (JsonNode child : node.path("children")) {
            add(child, at, depth + 1);
            at += WIDTH * child.path("samples").asLong() / all;
        }
    }

    /** Class and method. */
    private static String shortened(String name) {
        int method = name.lastIndexOf('.');
        int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
        return type < 0 ? name : name.substring(type + 1);
    }

    private static String kind(String name) {
        if (name.startsWith("io.mnemolite.")) {
            return "own";
        }
        if (name.startsWith("org.postgresql.") || name.startsWith("com.zaxxer.")) {
            return "database";
        }
        if (name.startsWith("org.apache.lucene.")) {
            return "lucene";
        }
        return name.startsWith("java.") || name.startsWith("jdk.") ? "java" : "library";
    }
}
