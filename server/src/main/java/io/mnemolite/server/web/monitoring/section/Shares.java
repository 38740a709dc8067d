package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.operation.EventStatistics.LabelCount;
import io.mnemolite.server.web.text.QueryString;
import io.mnemolite.server.web.text.ShownText;
import java.util.List;

/**
 * The most frequent values of a metadata key.
 *
 * @param key as it stands in metadata
 * @param title in words
 */
public record Shares(String key, String title, List<Share> values) {

    /** How many values are asked for; when there are as many, there may be more. */
    private static final int MOST = 10;

    private static final int LABEL = 60;

    public Shares {
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param width its events, of those of the most frequent one
     * @param address of the page with its events; empty when no filter can name it
     */
    public record Share(ShownText label, long count, String width, String address) {}

    /** @param missing what stands for events without the key */
    public static Shares of(String key, String title, String missing, List<LabelCount> counts) {
        long most = counts.isEmpty() ? 1 : counts.getFirst().count();
        return new Shares(
                key,
                title,
                counts.stream()
                        .map(count -> new Share(
                                ShownText.beginning(count.label(), LABEL),
                                count.count(),
                                Math.max(1, 100 * count.count() / most) + "%",
                                address(key, count.label(), missing)))
                        .toList());
    }

    public boolean mayBeMore() {
        return values.size() == MOST;
    }

    private static String address(String key, String label, String missing) {
        boolean isFilter = key.equals("project") || key.equals("category");
        return !isFilter || label.equals(missing) || label.isBlank() || label.length() > 200
                ? ""
                : "/ui/?" + new QueryString().with(key, label).toString().replaceAll("&$", "");
    }
}
