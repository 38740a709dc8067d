package io.mnemolite.server.ops;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The two documentation pages; their scripts are files of this server, too. */
final class Pages {

    /** Swagger UI and ReDoc style elements inline; scripts come from files alone, ReDoc's search from a blob worker. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    static Response html(String name) {
        try (InputStream page = Pages.class.getResourceAsStream("/pages/" + name)) {
            if (page == null) {
                throw new IllegalStateException("The page " + name + " is missing from the package");
            }
            return Response.ok(page.readAllBytes(), MediaType.TEXT_HTML + ";charset=utf-8")
                    .header("Content-Security-Policy", POLICY)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
