package io.mnemolite.cli.mcp;

/** A line that is no JSON-RPC message. */
final class MalformedMessage extends Exception {

    static final int NOT_JSON = -32700;
    static final int INVALID = -32600;

    private final int code;

    MalformedMessage(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The code of JSON-RPC. */
    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
