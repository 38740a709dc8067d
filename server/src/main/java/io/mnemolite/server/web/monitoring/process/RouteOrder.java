package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.server.front.RequestAccounts.Percentiles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the table of routes is sorted by; figures put the highest first. */
public enum RouteOrder {
    ROUTE("Route"),
    COUNT("Requests"),
    P50("p50"),
    P95("p95"),
    P99("p99"),
    MAX("Max");

    /** What a page without an order shows. */
    public static final RouteOrder DEFAULT = P95;

    private final String title;

    RouteOrder(String title) {
        this.title = title;
    }

    public static Optional<RouteOrder> of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter().equals(parameter))
                .findFirst();
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Over its column. */
    public String title() {
        return title;
    }

    /** Whether the column holds figures. */
    public boolean isNumber() {
        return this != ROUTE;
    }

    /** As the attribute {@code aria-sort} has it. */
    public String direction() {
        return isNumber() ? "descending" : "ascending";
    }

    Comparator<RouteTable.Row> comparator() {
        return switch (this) {
            case ROUTE -> Comparator.comparing(RouteTable.Row::route);
            case COUNT -> highestFirst(Percentiles::count);
            case P50 -> highestFirst(Percentiles::p50Ms);
            case P95 -> highestFirst(Percentiles::p95Ms);
            case P99 -> highestFirst(Percentiles::p99Ms);
            case MAX -> highestFirst(Percentiles::maxMs);
        };
    }

    private static Comparator<RouteTable.Row> highestFirst(ToDoubleFunction<Percentiles> figure) {
        return Comparator.<RouteTable.Row>comparingDouble(row -> figure.applyAsDouble(row.of()))
                .reversed()
                .thenComparing(RouteTable.Row::route);
    }
}
