package io.mnemolite.core.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Looks through what is to be stored, and counts what was found since the start. Safe for concurrent use. */
public final class Screening {

    private final JsonRedaction redaction;
    private final boolean blocks;
    private final Map<String, LongAdder> counts = new TreeMap<>();

    /** @param policy {@link SecretPolicy#BLOCK} or not; whether anything is screened at all is the caller's decision */
    public Screening(SecretDetection detection, SecretPolicy policy) {
        this.redaction = new JsonRedaction(detection);
        this.blocks = policy == SecretPolicy.BLOCK;
        detection.kinds().forEach(kind -> counts.put(kind, new LongAdder()));
    }

    /** The object without secrets, the same instance when it has none; what was found is added to the findings. */
    public ObjectNode redacted(ObjectNode object, String path, List<Finding> findings) {
        return redaction.redacted(object, path, findings);
    }

    /** The text without secrets. */
    public String redacted(String text, String path, List<Finding> findings) {
        return redaction.redacted(text, path, findings);
    }

    /**
     * Counts what was found, here and for the caller ({@link Redactions}) where it was replaced; whether what held it may be
     * stored without it.
     */
    public boolean admits(List<Finding> findings) {
        for (Finding finding : findings) {
            Objects.requireNonNull(counts.get(finding.kind())).increment();
            if (!blocks) {
                Redactions.add(finding.kind());
            }
        }
        return !blocks || findings.isEmpty();
    }

    /** Why what held these was refused, and what to do; says nothing of the secrets but their kinds and places. */
    public static String refusal(List<Finding> findings) {
        String places = findings.stream()
                .distinct()
                .limit(5)
                .map(finding -> finding.path() + " (" + finding.kind() + ")")
                .collect(Collectors.joining(", "));
        return "Nothing was stored, because there is a secret at " + places
                + ": remove it, or set secrets.policy to redact to have it replaced, or to off to have it stored.";
    }

    /** The names of all kinds, in order. */
    public List<String> kinds() {
        return List.copyOf(counts.keySet());
    }

    /** How many of a kind were found since the start, replaced or refused. */
    public long found(String kind) {
        LongAdder count = counts.get(kind);
        return count == null ? 0 : count.sum();
    }
}
