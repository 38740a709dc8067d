package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import java.util.Locale;

/** A profile as a page that needs nothing beside itself. */
record ProfilePage(JsonNode report) {

    private static final String STYLE = """
            body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1700px; padding: 0 1rem;
              color: #1c2430; background: #fff; color-scheme: light dark; }
            h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; font-size: 12px; } th, td { text-align: right; padding: .25rem .6rem;
              border-bottom: 1px solid #8884; font-variant-numeric: tabular-nums; vertical-align: top; }
            th:first-child, td:first-child { text-align: left; } td.text { text-align: left; font-family: monospace;
              overflow-wrap: anywhere; } svg { width: 100%; } text { font: 11px monospace; fill: #10151c; }
            .own { fill: #ffb454; } .database { fill: #8fc7ff; } .lucene { fill: #a5dba0; } .java { fill: #cfd6de; }
            .library { fill: #e3c8f2; } .key span { padding: .1rem .5rem; margin-right: .5rem; color: #10151c; }
            .key .own { background: #ffb454; } .key .database { background: #8fc7ff; } .key .lucene { background: #a5dba0; }
            .key .java { background: #cfd6de; } .key .library { background: #e3c8f2; }
            @media (prefers-color-scheme: dark) { body { background: #10151c; color: #d7dee8; } }
            """;

    String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
                .append("<title>MnemoLite profile</title><style>")
                .append(STYLE)
                .append("</style><h1>Where the time of requests went</h1><p>")
                .append(String.format(
                        Locale.ROOT,
                        "%.0f s from %s. MnemoLite %s, Java %s, %d processors.</p>",
                        report.path("seconds").asDouble(),
                        text("/started_at"),
                        text("/system/version"),
                        text("/system/process/java"),
                        report.at("/system/host/processors").asInt()));
        endpoints(page);
        statements(page);
        caches(page);
        allocation(page);
        page.append("<h2>Flame graph</h2><p class=\"key\"><span class=\"own\">MnemoLite</span>")
                .append("<span class=\"database\">database driver</span><span class=\"lucene\">Lucene</span>")
                .append("<span class=\"java\">Java</span><span class=\"library\">other libraries</span> ")
                .append(Quantity.counted(report.at("/execution/samples").asLong(), "sample"))
                .append(", one every 10 ms of each running thread</p>")
                .append(FlameGraph.svg(report.path("execution")))
                .append("</html>\n");
        return page.toString();
    }

    private void endpoints(StringBuilder page) {
        page.append("<h2>Routes, by the time they took in all</h2><table><tr><th>route<th>requests<th>/s<th>failed")
                .append("<th>p50 ms<th>p95 ms<th>p99 ms<th>max ms<th>mean ms");
        ProfileText.PHASES.forEach(phase -> page.append("<th>").append(phase));
        page.append("</tr>");
        for (JsonNode of : report.path("endpoints")) {
            page.append("<tr><td>").append(Html.escaped(of.path("endpoint").asText()));
            cell(page, Quantity.count(of.path("requests").asLong()));
            number(page, of.path("per_second"));
            cell(page, Quantity.count(of.path("failed").asLong()));
            for (String member : new String[] {"p50_ms", "p95_ms", "p99_ms", "max_ms", "mean_ms"}) {
                number(page, of.path(member));
            }
            ProfileText.PHASES.forEach(phase -> number(page, of.at("/phases_ms/" + phase)));
            page.append("</tr>");
        }
        page.append("</table>");
    }

    private void statements(StringBuilder page) {
        page.append("<h2>Statements, by the time they took in all</h2>")
                .append("<table><tr><th>statement<th>calls<th>total ms<th>mean ms</tr>");
        for (JsonNode of : report.path("statements")) {
            page.append("<tr><td class=\"text\">")
                    .append(Html.escaped(of.path("statement").asText()));
            cell(page, Quantity.count(of.path("calls").asLong()));
            number(page, of.path("total_ms"));
            number(page, of.path("mean_ms"));
            page.append("</tr>");
        }
        page.append("</table>");
    }

    private void caches(StringBuilder page) {
        page.append("<h2>Caches</h2><table><tr><th>cache<th>hits<th>misses<th>entries<th>invalidations</tr>");
        report.path("caches").properties().forEach(of -> {
            page.append("<tr><td>").append(Html.escaped(of.getKey()));
            for (String member : new String[] {"hits", "misses", "items", "invalidations"}) {
                cell(page, Quantity.count(of.getValue().path(member).asLong()));
            }
            page.append("</tr>");
        });
        page.append("</table>");
    }

    private void allocation(StringBuilder page) {
        page.append("<h2>Allocation, ")
                .append(Quantity.bytes(
                        Math.round(report.at("/allocation/bytes_per_second").asDouble())))
                .append("/s</h2><table><tr><th>innermost method of ours<th>sampled bytes</tr>");
        for (JsonNode of : report.at("/allocation/sites")) {
            page.append("<tr><td class=\"text\">")
                    .append(Html.escaped(of.path("method").asText()));
            cell(page, Quantity.bytes(of.path("bytes").asLong()));
            page.append("</tr>");
        }
        page.append("</table>");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(text);
    }

    private static void number(StringBuilder page, JsonNode number) {
        cell(page, String.format(Locale.ROOT, "%,.2f", number.asDouble()));
    }

    private String text(String pointer) {
        return Html.escaped(report.at(pointer).asText());
    }
}
