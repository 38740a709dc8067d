package io.mnemolite.server.rest;

import io.mnemolite.core.secret.Redactions.Counted;
import jakarta.ws.rs.core.Response;

/** Tells a caller how many secrets were taken out of what it sent, without a word in a body that v1's clients read. */
final class RedactedSecrets {

    /** Their number; absent when there was none. */
    static final String HEADER = "X-Redacted-Secrets";

    /** What the API's description says of it. */
    static final String DESCRIPTION =
            "Secrets in the text are redacted or refused as secrets.policy says; the answer's header X-Redacted-Secrets"
                    + " counts those that were redacted.";

    private RedactedSecrets() {}

    static Response told(Response answer, Counted<?> counted) {
        if (counted.total() == 0) {
            return answer;
        }
        return Response.fromResponse(answer).header(HEADER, counted.total()).build();
    }
}
