package io.mnemolite.server.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.server.request.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Failures on the wire: {@code {"detail": …}} with a status and the request's id beside it. */
public final class Problems {

    private Problems() {}

    /** The one place that maps failures to statuses. */
    public static int status(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> 400;
            case INVALID_VALUE -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case OVERLOADED, UNAVAILABLE, DEADLINE_EXCEEDED, STORAGE_FULL, CONFIGURATION -> 503;
        };
    }

    /** Seconds after which trying again makes sense; zero when it never does. */
    public static int retryAfterSeconds(ErrorCode code) {
        return switch (code) {
            case OVERLOADED -> 1;
            case UNAVAILABLE, DEADLINE_EXCEEDED -> 2;
            case STORAGE_FULL -> 30;
            case BAD_REQUEST, INVALID_VALUE, NOT_FOUND, CONFLICT, PRECONDITION_FAILED, CONFIGURATION -> 0;
        };
    }

    public static byte[] body(Object detail, int status, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", detail);
        body.put("status", status);
        body.put("request_id", requestId);
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always writable", e);
        }
    }
}
