package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.server.front.RequestAccounts.Percentiles;
import io.mnemolite.server.web.text.Amounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How long the routes take, since the start. */
public record RouteTable(RouteOrder order, List<Row> rows) {

    public RouteTable {
        rows = List.copyOf(rows);
    }

    /** A route template and its latencies. */
    public record Row(String route, Percentiles of) {

        public String p50() {
            return Amounts.milliseconds(of.p50Ms());
        }

        public String p95() {
            return Amounts.milliseconds(of.p95Ms());
        }

        public String p99() {
            return Amounts.milliseconds(of.p99Ms());
        }

        public String max() {
            return Amounts.milliseconds(of.maxMs());
        }
    }

    public static RouteTable of(Map<String, Percentiles> percentiles, RouteOrder order) {
        return new RouteTable(
                order,
                percentiles.entrySet().stream()
                        .map(entry -> new Row(entry.getKey(), entry.getValue()))
                        .sorted(order.comparator())
                        .toList());
    }

    public List<RouteOrder> orders() {
        return Arrays.asList(RouteOrder.values());
    }
}
