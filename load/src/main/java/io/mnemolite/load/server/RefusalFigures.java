package io.mnemolite.load.server;

/**
 * Answers with status 503 by the server's own clock, from the head of the request to the end of the answer; since the start
 * or between two readings.
 *
 * @param all how many
 * @param prompt how many of them within 5 ms
 */
public record RefusalFigures(long all, long prompt) {

    private static final String TIMER = "api_refused_duration_seconds";
    private static final String PROMPT = "le=\"0.005\"";

    /** The figures of {@code GET /metrics}; none where the server has refused nothing yet. */
    public static RefusalFigures of(String metrics) {
        long all = 0;
        long prompt = 0;
        for (String line :
                metrics.lines().filter(text -> text.startsWith(TIMER)).toList()) {
            long value = (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            if (line.startsWith(TIMER + "_count")) {
                all += value;
            } else if (line.startsWith(TIMER + "_bucket") && line.contains(PROMPT)) {
                prompt += value;
            }
        }
        return new RefusalFigures(all, prompt);
    }

    public RefusalFigures since(RefusalFigures before) {
        return new RefusalFigures(all - before.all, prompt - before.prompt);
    }

    /** In percent; 100 when nothing was refused. */
    public double promptPercent() {
        return all == 0 ? 100 : 100.0 * prompt / all;
    }
}
