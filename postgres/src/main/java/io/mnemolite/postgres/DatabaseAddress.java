package io.mnemolite.postgres;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who asks, read from the forms {@code DATABASE_URL} comes in: libpq's
 * {@code postgresql://user:password@host:port/database?sslmode=require}, SQLAlchemy's {@code postgresql+driver://…},
 * and {@code jdbc:postgresql://…?user=…&password=…}.
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    private static final String EXPECTED =
            "write it as postgresql://user:password@host:5432/database, with characters such as @ or / in the password"
                    + " percent-encoded.";

    /** Parameters of Python's drivers that mean nothing here. */
    private static final Set<String> IGNORED =
            Set.of("prepared_statement_cache_size", "async_fallback", "server_settings", "command_timeout");

    /** As {@link #parse(String, String, ErrorCode)} for the setting {@code DATABASE_URL}. */
    public static DatabaseAddress parse(String text) {
        return parse(text, "DATABASE_URL", ErrorCode.CONFIGURATION);
    }

    /**
     * @param name what the sentence calls the text
     * @throws MnemoliteException with the code when it is no such address, in words that never show the password
     */
    public static DatabaseAddress parse(String text, String name, ErrorCode code) {
        try {
            return read(text);
        } catch (UnreadableException e) {
            throw new MnemoliteException(
                    code, name + " is not the address of a PostgreSQL: " + e.getMessage() + "; " + EXPECTED);
        }
    }

    private static DatabaseAddress read(String text) throws UnreadableException {
        String url = text.strip();
        boolean isJdbc = url.regionMatches(true, 0, "jdbc:", 0, 5);
        String rest = isJdbc ? url.substring(5) : url;
        int schemeEnd = rest.indexOf("://");
        String scheme = schemeEnd < 0 ? "" : rest.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("postgres") && !scheme.equals("postgresql") && !scheme.startsWith("postgresql+")) {
            throw new UnreadableException(
                    scheme.matches("[a-z0-9+.-]+") ? "it starts with " + scheme + "://" : "it names no scheme");
        }
        String hierarchy = rest.substring(schemeEnd + 3);
        int queryStart = hierarchy.indexOf('?');
        String query = queryStart < 0 ? "" : hierarchy.substring(queryStart + 1);
        String place = queryStart < 0 ? hierarchy : hierarchy.substring(0, queryStart);
        int slash = place.indexOf('/', Math.max(0, place.lastIndexOf('@')));
        String authority = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : decode(place.substring(slash + 1));
        int at = authority.lastIndexOf('@');
        String[] credentials =
                at < 0 ? new String[] {""} : authority.substring(0, at).split(":", 2);
        return assemble(
                authority.substring(at + 1),
                database,
                decode(credentials[0]),
                credentials.length < 2 ? "" : decode(credentials[1]),
                query);
    }

    private static DatabaseAddress assemble(
            String hosts, String database, String givenUser, String givenPassword, String query)
            throws UnreadableException {
        String user = givenUser;
        String password = givenPassword;
        List<String> parameters = new ArrayList<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] pair = parameter.split("=", 2);
            String value = pair.length < 2 ? "" : decode(pair[1]);
            switch (pair[0]) {
                case "user" -> user = value;
                case "password" -> password = value;
                default -> {
                    String translated = translate(pair[0], value);
                    if (translated != null) {
                        parameters.add(translated);
                    }
                }
            }
        }
        if (user.isEmpty()) {
            throw new UnreadableException("it names no user");
        }
        return new DatabaseAddress(
                "jdbc:postgresql://" + (hosts.isEmpty() ? "localhost" : hosts) + "/"
                        + encode(database.isEmpty() ? user : database)
                        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)),
                user,
                password);
    }

    /** The parameter as the JDBC driver calls it; null when it has no meaning there. */
    private static @Nullable String translate(String name, String value) {
        if (IGNORED.contains(name)) {
            return null;
        }
        String translated = switch (name) {
            case "ssl" -> "sslmode";
            case "application_name" -> "ApplicationName";
            case "connect_timeout" -> "connectTimeout";
            default -> name;
        };
        String encoded = name.equals("ssl") && value.equalsIgnoreCase("true") ? "require" : encode(value);
        return translated + "=" + encoded;
    }

    private static String decode(String text) throws UnreadableException {
        try {
            // URLDecoder would turn a plus sign into a space, which is right in forms only.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The cause is left out: its message may quote a part of the password.
            throw new UnreadableException("a % in it is not followed by two hexadecimal digits");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Why a text is no address. */
    private static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", user=" + user + "]";
    }
}
