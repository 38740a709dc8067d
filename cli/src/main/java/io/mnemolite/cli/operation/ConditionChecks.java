package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Answer;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.operation.Check.Trouble;
import io.mnemolite.cli.terminal.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be seen of a server without changing anything. */
final class ConditionChecks {

    private static final long LEAST_FREE_DISK = 1_000_000_000;

    /** Every page of the navigation, whatever the version. */
    private static final Pattern PAGE = Pattern.compile("href=\"(/ui/(?!assets/)[^\"?#]*)\"");

    /** They stream everything there is, or read it all. */
    private static final Set<String> LONG_ROUTES = Set.of(Routes.EXPORT, Routes.VERIFY);

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /** The id of nothing. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private ConditionChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("health", ConditionChecks::health),
                new Check("readiness", ConditionChecks::readiness),
                new Check("database pool", ConditionChecks::pool),
                new Check("search index", ConditionChecks::index),
                new Check("vectors", ConditionChecks::vectors),
                new Check("disk", ConditionChecks::disk),
                new Check("API routes", ConditionChecks::routes),
                new Check("pages", ConditionChecks::pages));
    }

    private static String health(ServerConnection server) {
        Answer health = server.ask(Routes.HEALTH);
        JsonNode database = health.body().at("/services/postgres");
        if (!health.isSuccess()) {
            throw new Trouble("The server says '" + health.body().path("status").asText("nothing") + "': "
                    + database.path("message").asText("status " + health.status()) + ".");
        }
        return "healthy, PostgreSQL " + database.path("version").asText("of unknown version");
    }

    private static String readiness(ServerConnection server) {
        Answer ready = server.ask(Routes.READINESS);
        String message = ready.body().path("message").asText();
        if (!ready.isSuccess()) {
            throw new Trouble(message.isEmpty() ? Routes.READINESS + " answered " + ready.status() + "." : message);
        }
        return message;
    }

    private static String pool(ServerConnection server) {
        JsonNode pool = server.get(Routes.POOL);
        long most = pool.path("size").asLong() + pool.path("max_overflow").asLong();
        String use = pool.path("checked_out").asLong() + " of " + most + " connections in use";
        long waiting = pool.path("waiting").asLong();
        if (waiting > 0) {
            throw new Trouble(
                    use + ", and " + Quantity.counted(waiting, "request") + " wait for one; raise pool.size or"
                            + " find the slow statements: " + Routes.SLOW_STATEMENTS + ".");
        }
        return use;
    }

    private static String index(ServerConnection server) {
        JsonNode status = server.get(Routes.INDEX_STATUS);
        require("events", status);
        require("code", status.path("code"));
        return "ready for events and code";
    }

    private static void require(String of, JsonNode status) {
        String state = status.path("state").asText();
        if (!state.equals("ready")) {
            String reason = status.path("reason").asText();
            throw new Trouble("The index of " + of + " is '" + state + "'" + (reason.isEmpty() ? "" : ": " + reason)
                    + "; searches wait for it. See mnemolite status.");
        }
    }

    private static String vectors(ServerConnection server) {
        JsonNode status = server.get(Routes.EMBEDDING_STATUS);
        return status.path("model").asText() + ", "
                + Quantity.count(status.path("awaiting").asLong()) + " of "
                + Quantity.count(status.path("total").asLong()) + " events wait for theirs";
    }

    private static String disk(ServerConnection server) {
        JsonNode free = server.get(Routes.SYSTEM).at("/host/disk_free_bytes");
        if (free.isNumber() && free.asLong() < LEAST_FREE_DISK) {
            throw new Trouble("Only " + Quantity.bytes(free.asLong())
                    + " are free where the data lies; make room before writes are" + " refused.");
        }
        return free.isNumber() ? Quantity.bytes(free.asLong()) + " free" : "unknown to the server";
    }

    /** Each route that only reads; that a parameter is missing, or that nothing has the id it is asked for, is an answer, too. */
    private static String routes(ServerConnection server) {
        List<String> routes = new ArrayList<>();
        server.get(Routes.API_DESCRIPTION).path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey())
                .filter(path -> !LONG_ROUTES.contains(path))
                .forEach(routes::add);
        if (routes.isEmpty()) {
            throw new Trouble(Routes.API_DESCRIPTION + " describes no route.");
        }
        List<String> failed = new ArrayList<>();
        for (String route : routes) {
            String asked = PARAMETER.matcher(route).replaceAll(NOBODY);
            int status = server.ask(asked).status();
            boolean isNobodyFound = status == 404 && !asked.equals(route);
            if (status / 100 != 2 && status != 400 && status != 422 && !isNobodyFound) {
                failed.add("GET " + route + " answered " + status);
            }
        }
        return all(routes.size(), "route", failed);
    }

    private static String pages(ServerConnection server) {
        Matcher links = PAGE.matcher(page(server, Routes.PAGES));
        Set<String> pages = new LinkedHashSet<>(List.of(Routes.PAGES));
        while (links.find()) {
            pages.add(links.group(1));
        }
        List<String> failed = new ArrayList<>();
        for (String path : pages) {
            try {
                if (!page(server, path).contains("<h1")) {
                    failed.add(path + " has no heading");
                }
            } catch (Trouble trouble) {
                failed.add(trouble.sentence());
            }
        }
        return all(pages.size(), "page", failed);
    }

    private static String page(ServerConnection server, String path) {
        ServerConnection.Text answer = server.read(path);
        if (answer.status() != 200) {
            throw new Trouble(path + " answered " + answer.status());
        }
        return answer.text();
    }

    private static String all(int count, String what, List<String> failed) {
        if (!failed.isEmpty()) {
            throw new Trouble(String.join("; ", failed) + ".");
        }
        return Quantity.counted(count, what) + " answered";
    }
}
