package io.mnemolite.server.mcp.protocol;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns failures into what an agent reads. */
final class Failures {

    /** JSON-RPC: the parameters are not acceptable. */
    static final int INVALID_PARAMS = -32602;

    /** JSON-RPC: the server failed. */
    static final int INTERNAL_ERROR = -32603;

    /** The Model Context Protocol before 2026-07-28: there is no such resource. */
    static final int RESOURCE_NOT_FOUND = -32002;

    /** Sentences name values, which may be of any length. */
    private static final int LONGEST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** What to tell the agent; the cause of what nobody expected goes to the log under the name that it is told. */
    static String sentence(Exception failure) {
        String sentence = DataText.clean(told(failure));
        return sentence.length() <= LONGEST ? sentence : DataText.cut(sentence, LONGEST) + "…";
    }

    private static String told(Exception failure) {
        return switch (failure) {
            case MnemoliteException expected -> expected.sentence();
            case ValidationException invalid ->
                invalid.violations().stream().map(Violation::msg).collect(Collectors.joining(" "));
            default -> {
                String id = UUID.randomUUID().toString();
                LOG.error("A call failed unexpectedly ({})", id, failure);
                yield "An unexpected failure; the server's log has its cause under " + id + ".";
            }
        };
    }

    /** The code of a request that is no tool call; those fail in their result. */
    static int code(Exception failure, int notFound) {
        if (failure instanceof ValidationException) {
            return INVALID_PARAMS;
        }
        return failure instanceof MnemoliteException expected ? code(expected.code(), notFound) : INTERNAL_ERROR;
    }

    private static int code(ErrorCode code, int notFound) {
        return switch (code) {
            case BAD_REQUEST, INVALID_VALUE, CONFLICT, PRECONDITION_FAILED -> INVALID_PARAMS;
            case NOT_FOUND -> notFound;
            case OVERLOADED, UNAVAILABLE, DEADLINE_EXCEEDED, STORAGE_FULL, CONFIGURATION -> INTERNAL_ERROR;
        };
    }
}
