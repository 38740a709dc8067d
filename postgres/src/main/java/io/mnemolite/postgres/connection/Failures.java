package io.mnemolite.postgres.connection;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's failures in our words, by SQLSTATE. No text of the driver or the server gets into a message. */
public final class Failures {

    private Failures() {}

    /** The failure to throw; anything a caller cannot act on is an {@link IllegalStateException}. */
    public static RuntimeException of(SQLException failure) {
        String state = state(failure);
        if (state == null) {
            return new IllegalStateException("The database driver failed", failure);
        }
        return switch (state) {
            case "57014" ->
                of(
                        ErrorCode.DEADLINE_EXCEEDED,
                        "The database did not finish in time and was told to stop; try again, or ask for less at once.",
                        failure);
            case "53100" ->
                of(
                        ErrorCode.STORAGE_FULL,
                        "The disk of the database is full: nothing can be written until space is freed; reads go on.",
                        failure);
            case "23505" ->
                of(
                        ErrorCode.CONFLICT,
                        "Something with one of the ids given is stored already; choose another id.",
                        failure);
            case "23503" ->
                of(
                        ErrorCode.CONFLICT,
                        "Something the request refers to was deleted meanwhile; read again and repeat the change.",
                        failure);
            case "28P01", "28000" ->
                unavailable("The database refuses the user or the password; correct DATABASE_URL.", failure);
            case "3D000" ->
                unavailable("The database named does not exist; create it or correct DATABASE_URL.", failure);
            case "42P01", "3F000" ->
                unavailable("The database has no tables of MnemoLite yet; try again in a moment.", failure);
            case "25006" ->
                unavailable(
                        "The database accepts no writes at the moment (it is read-only); try again later.", failure);
            case "40001", "40P01", "55P03" -> unavailable("Too many changes met at the same data; try again.", failure);
            default -> ofClass(state, failure);
        };
    }

    private static RuntimeException ofClass(String state, SQLException failure) {
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> unavailable("The database cannot be reached at the moment; try again shortly.", failure);
            case "53" -> unavailable("The database has no room for more work at the moment; try again.", failure);
            case "22", "54" ->
                of(
                        ErrorCode.INVALID_VALUE,
                        "The database refuses a value: a NUL character, half of a Unicode character, a number or time"
                                + " beyond its range, or something too large; correct it and send it again.",
                        failure);
            default -> new IllegalStateException("The database refused a statement (SQLSTATE " + state + ")", failure);
        };
    }

    /** Whether the statement was rolled back because of others, so that trying again makes sense. */
    static boolean isCollision(SQLException failure) {
        String state = state(failure);
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** Whether the connection is gone; what became of its statement is unknown. */
    static boolean isConnectionLost(SQLException failure) {
        String state = state(failure);
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static @Nullable String state(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    static MnemoliteException unavailable(String sentence, @Nullable Throwable cause) {
        return of(ErrorCode.UNAVAILABLE, sentence, cause);
    }

    private static MnemoliteException of(ErrorCode code, String sentence, @Nullable Throwable cause) {
        return new MnemoliteException(code, sentence, cause);
    }
}
