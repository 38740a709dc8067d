package io.mnemolite.cli.terminal;

/** Colours and weights, or plain text. */
public record Style(boolean coloured) {

    public String strong(String text) {
        return wrap("1", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String warning(String text) {
        return wrap("33", text);
    }

    private String wrap(String code, String text) {
        return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
