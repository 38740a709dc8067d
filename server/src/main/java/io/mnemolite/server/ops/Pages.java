package io.mnemolite.server.ops;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The API's description, which the build writes, and the two pages that show it; their scripts are files of this server. */
final class Pages {

    /** Swagger UI and ReDoc style elements inline; scripts come from files alone, ReDoc's search from a blob worker. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    static Response openApi() {
        return Response.ok(bytes("/openapi/openapi.json"), MediaType.APPLICATION_JSON + ";charset=utf-8")
                .build();
    }

    static Response html(String name) {
        return Response.ok(bytes("/pages/" + name), MediaType.TEXT_HTML + ";charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static byte[] bytes(String path) {
        try (InputStream resource = Pages.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException(path + " is missing from the package");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
