package io.mnemolite.server.rest;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Problems;
import io.mnemolite.server.front.RequestId;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what resources throw into answers. What is not expected is a logged 500 that names the request, nothing more. */
public class ExceptionMappers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMappers.class);

    private final RoutingContext context;

    @Inject
    public ExceptionMappers(RoutingContext context) {
        this.context = context;
    }

    @ServerExceptionMapper
    public Response expected(MnemoliteException e) {
        Response.ResponseBuilder answer = problem(Problems.status(e.code()), e.sentence());
        int retryAfter = Problems.retryAfterSeconds(e.code());
        if (retryAfter > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (e.code() == ErrorCode.STORAGE_FULL || e.code() == ErrorCode.UNAVAILABLE) {
            LOG.warn("{}", e.sentence(), e.getCause());
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response invalid(ValidationException e) {
        List<Map<String, Object>> details = new ArrayList<>();
        for (Violation violation : e.violations()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("type", violation.type());
            detail.put("loc", violation.loc());
            detail.put("msg", violation.msg());
            detail.put("input", InputEcho.of(violation.input()));
            if (violation.ctx() != null) {
                detail.put("ctx", violation.ctx());
            }
            details.add(detail);
        }
        return problem(422, details).build();
    }

    @ServerExceptionMapper
    public Response ofProtocol(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        Response.ResponseBuilder answer = problem(status, phrase(status));
        if (e instanceof NotAllowedException) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(context.normalizedPath())));
        }
        return answer.build();
    }

    /** Resources read and write nothing but the request and its answer, so the caller is gone or has fallen silent. */
    @ServerExceptionMapper
    public Response brokenOff(IOException e) {
        LOG.info("A caller broke its request off: {}", e.getMessage());
        return problem(408, "The body of the request did not come to its end; send it again without a pause.")
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        LOG.error("A request failed unexpectedly", e);
        return problem(500, "An unexpected failure; the server's log has its cause under this request_id.")
                .build();
    }

    private static String phrase(int status) {
        return switch (status) {
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "The body is larger than this route accepts; send less at once.";
            default -> {
                Response.Status known = Response.Status.fromStatusCode(status);
                yield known == null ? "Status " + status : known.getReasonPhrase();
            }
        };
    }

    private Response.ResponseBuilder problem(int status, Object detail) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Problems.body(detail, status, RequestId.of(context)));
    }
}
