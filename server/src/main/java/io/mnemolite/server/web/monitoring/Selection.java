package io.mnemolite.server.web.monitoring;

import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Violation;
import io.mnemolite.server.web.monitoring.process.RouteOrder;
import io.mnemolite.server.web.text.QueryString;
import java.util.Arrays;
import java.util.List;

/** What the operator looks at, as the address says. */
public record Selection(Period period, RouteOrder order) {

    static Selection of(QueryParameters query) {
        String period = query.string("period");
        String sort = query.string("sort");
        if (period != null && Period.of(period).isEmpty()) {
            query.addViolation(Violation.of(
                    "enum", List.of("query", "period"), "Input should be '1h', '24h', '7d' or '30d'", period));
        }
        if (sort != null && RouteOrder.of(sort).isEmpty()) {
            query.addViolation(Violation.of(
                    "enum",
                    List.of("query", "sort"),
                    "Input should be 'route', 'count', 'p50', 'p95', 'p99' or 'max'",
                    sort));
        }
        return new Selection(
                period == null ? Period.DEFAULT : Period.of(period).orElse(Period.DEFAULT),
                sort == null ? RouteOrder.DEFAULT : RouteOrder.of(sort).orElse(RouteOrder.DEFAULT));
    }

    public List<Period> periods() {
        return Arrays.asList(Period.values());
    }

    /** Whether the process remembers less than the period. */
    public boolean remembersLess() {
        return period.exceedsHistory();
    }

    /** Its query string, without a question mark. */
    public String query() {
        return query(period, order);
    }

    /** The query string with another period. */
    public String queryOfPeriod(Period other) {
        return query(other, order);
    }

    /** The query string with another order of routes. */
    public String queryOfOrder(RouteOrder other) {
        return query(period, other);
    }

    private static String query(Period period, RouteOrder order) {
        return new QueryString()
                .with("period", period.parameter())
                .with("sort", order == RouteOrder.DEFAULT ? "" : order.parameter())
                .toString()
                .replaceAll("&$", "");
    }
}
