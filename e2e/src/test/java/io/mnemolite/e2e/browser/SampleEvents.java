package io.mnemolite.e2e.browser;

import io.mnemolite.e2e.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Events as a team and its agents might have stored them, spread over the last two days; the same at every run. */
final class SampleEvents {

    private static final List<String> TEXTS = List.of(
            "We chose PostgreSQL because one store is enough for events, vectors and the change log.",
            "Payment service timed out twice after the 14:02 deployment; rolled back and the queue drained in nine minutes.",
            "Prefers short answers: the code sample first, the reasoning after it.",
            "The flaky OrderImportTest reads a clock that steps backwards. It has a fixed clock now and ran 500 times.",
            "The nightly export writes Parquet; files shrank from 2.1 GB to 410 MB.",
            "Decision: the session token lives in an HttpOnly cookie and changes at every login.",
            "A restart with a damaged index rebuilt it from PostgreSQL: 100,000 events in 41 seconds.",
            "Three clients retried without jitter after the deployment. Retry-After and a budget of 10 % retries are in.",
            "The staging certificate ends on 14 March.",
            "Reciprocal rank fusion with k = 10 beats k = 60 on our questions by five points.",
            "The importer now commits every 500 rows, resumes where it stopped, and reports counts per table.");

    private static final List<String> CONTEXTS = List.of(
            "Agreed with the team on Monday.",
            "Ada wrote it down, Grace checked it.",
            "It took an afternoon.",
            "The numbers are in the report of this week.",
            "To be looked at again before the release.",
            "Nobody objected.",
            "Asked for by the operators.",
            "Seen in production twice.",
            "The documentation says so too.");

    private static final List<String> PROJECTS = List.of("alpha", "billing", "atlas", "warehouse");
    private static final List<String> CATEGORIES = List.of("decision", "incident", "note", "research");

    private SampleEvents() {}

    static void store(Http http, int count) {
        Random random = new Random(11);
        Instant now = Instant.now();
        StringBuilder batch = new StringBuilder("{\"events\":[");
        for (int i = 0; i < count; i++) {
            Duration age = Duration.ofSeconds((long) (172_800 * Math.pow(random.nextDouble(), 1.4)));
            batch.append(i == 0 ? "" : ",")
                    .append("{\"content\":{\"text\":\"")
                    .append(TEXTS.get(i % TEXTS.size()))
                    .append(' ')
                    .append(CONTEXTS.get(i / TEXTS.size() % CONTEXTS.size()))
                    .append("\"},\"metadata\":{\"project\":\"")
                    .append(PROJECTS.get(random.nextInt(PROJECTS.size())))
                    .append("\",\"category\":\"")
                    .append(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                    .append(i % 13 == 0 ? "\",\"severity\":\"" + (i % 2 == 0 ? "critical" : "warning") : "")
                    .append("\"},\"timestamp\":\"")
                    .append(now.minus(age))
                    .append("\"}");
        }
        Http.Answer answer = http.post(
                "/v1/events/batch?include_embedding=false", batch.append("]}").toString());
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    static String newest(Http http) {
        return http.get("/v1/events?limit=1&include_embedding=false")
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asText();
    }
}
