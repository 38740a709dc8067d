package io.mnemolite.load.traffic;

/**
 * One HTTP request.
 *
 * @param path encoded, with its query
 * @param body JSON; empty for a request without one
 */
public record Call(Method method, String path, String body) {

    /** The methods that the mix uses. */
    public enum Method {
        GET,
        POST,
        PATCH
    }

    static Call get(String path) {
        return new Call(Method.GET, path, "");
    }

    static Call post(String path, String body) {
        return new Call(Method.POST, path, body);
    }
}
