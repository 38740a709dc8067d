package io.mnemolite.benchmarks.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits of a repository as people, branches and accidents make them: some of them leave code that does not parse. */
final class RandomEdits {

    private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Za-z_][A-Za-z_0-9]{3,}\\b");
    private static final int LONGEST_CUT = 30;

    private final Random random;
    private final Map<String, String> original;
    private final TreeMap<String, String> files;

    RandomEdits(Map<String, String> original, Random random) {
        this.original = Map.copyOf(original);
        this.files = new TreeMap<>(original);
        this.random = random;
    }

    /** The repository as it is now, by path. */
    Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }

    /** Changes the repository; what was done. */
    String next() {
        List<String> gone = original.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .sorted()
                .toList();
        String path = any(List.copyOf(files.keySet()));
        String text = files.getOrDefault(path, "");
        return switch (random.nextInt(9)) {
            case 0, 1 -> rename(path, text);
            case 2 -> cut(path, text);
            case 3 -> paste(path, text);
            case 4 -> move(path, text);
            case 5 -> swap(path, text);
            case 6 -> {
                files.remove(path);
                yield "deleted " + path;
            }
            case 7 -> {
                files.put(path, original.getOrDefault(path, text + "\n"));
                yield "taken back " + path;
            }
            default -> {
                String back = gone.isEmpty() ? path : any(gone);
                files.put(back, original.getOrDefault(back, text));
                yield "brought back " + back;
            }
        };
    }

    /** One identifier becomes another in one file: a definition without its calls, or calls without their definition. */
    private String rename(String path, String text) {
        List<String> names =
                IDENTIFIER.matcher(text).results().map(match -> match.group()).toList();
        if (names.isEmpty()) {
            return "nothing to rename in " + path;
        }
        String name = any(names);
        String other = random.nextBoolean() ? name + "Renamed" : any(names);
        files.put(path, text.replaceAll("\\b" + name + "\\b", Matcher.quoteReplacement(other)));
        return "renamed " + name + " to " + other + " in " + path;
    }

    private String cut(String path, String text) {
        List<String> lines = lines(text);
        int from = random.nextInt(lines.size());
        int to = Math.min(lines.size(), from + 1 + random.nextInt(LONGEST_CUT));
        lines.subList(from, to).clear();
        files.put(path, String.join("\n", lines));
        return "cut lines " + (from + 1) + " to " + to + " of " + path;
    }

    private String paste(String path, String text) {
        String source = anyLike(path);
        List<String> from = lines(files.getOrDefault(source, ""));
        int start = random.nextInt(from.size());
        List<String> lines = lines(text);
        lines.addAll(
                random.nextInt(lines.size()),
                List.copyOf(from.subList(start, Math.min(from.size(), start + 1 + random.nextInt(LONGEST_CUT)))));
        files.put(path, String.join("\n", lines));
        return "lines of " + source + " pasted into " + path;
    }

    private String move(String path, String text) {
        String folder = anyLike(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String target = folder.substring(0, folder.lastIndexOf('/') + 1) + (random.nextBoolean() ? "Moved" : "") + name;
        files.remove(path);
        files.put(target, text);
        return "moved " + path + " to " + target;
    }

    private String swap(String path, String text) {
        String other = anyLike(path);
        files.put(path, Objects.requireNonNull(files.put(other, text)));
        return "swapped " + path + " and " + other;
    }

    /** A file of the same language. */
    private String anyLike(String path) {
        String extension = path.substring(path.lastIndexOf('.'));
        return any(files.keySet().stream()
                .filter(candidate -> candidate.endsWith(extension))
                .toList());
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
