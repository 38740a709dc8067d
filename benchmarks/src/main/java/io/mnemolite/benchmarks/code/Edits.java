package io.mnemolite.benchmarks.code;

import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long one changed file of a large repository takes, graph included. */
final class Edits {

    private static final Pattern RETURN = Pattern.compile("\n {8}return ");
    private static final double PROMISE_MS = 300;
    private static final int WARMING = 5;

    private final IndexedCode code;

    Edits(Server server) {
        this.code = new IndexedCode(server);
    }

    /** Rows of a table: what, times, p50, p95, p99, promise. */
    String measure(String repository, JdkSources sources, int count, Random random) {
        List<String> paths = new ArrayList<>(sources.files().entrySet().stream()
                .filter(file -> RETURN.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .toList());
        Collections.shuffle(paths, random);
        List<String> chosen = paths.subList(0, count + WARMING);
        String body = row("one file whose method's body changed", repository, sources, chosen, Edits::changeBody);
        String method = row(
                "one file with a further method",
                repository,
                sources,
                chosen,
                content -> addMethod(changeBody(content)));
        return body + method;
    }

    private String row(
            String name, String repository, JdkSources sources, List<String> paths, UnaryOperator<String> edit) {
        List<Double> millis = new ArrayList<>();
        for (String path : paths) {
            Map<String, String> file = Map.of(path, edit.apply(sources.files().getOrDefault(path, "")));
            long start = System.nanoTime();
            code.index(repository, file, new IndexedCode.Wishes(false, true));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> measured = millis.subList(WARMING, millis.size());
        double p95 = Numbers.percentile(measured, 95);
        return String.format(
                Locale.ROOT,
                "| POST /v1/code/index, %s | %d | %.1f | %.1f | %.1f | p95 ≤ 300: %s |%n",
                name,
                measured.size(),
                Numbers.percentile(measured, 50),
                p95,
                Numbers.percentile(measured, 99),
                Report.verdict(p95 <= PROMISE_MS));
    }

    private static String changeBody(String content) {
        return RETURN.matcher(content)
                .replaceFirst(Matcher.quoteReplacement("\n        System.nanoTime();\n        return "));
    }

    private static String addMethod(String content) {
        int end = content.lastIndexOf('}');
        return content.substring(0, end)
                + "\n    static int addedLater(String text) {\n        return text.length();\n    }\n"
                + content.substring(end);
    }
}
