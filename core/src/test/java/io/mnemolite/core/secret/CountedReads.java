package io.mnemolite.core.secret;

/** A text that counts how often a character of it is looked at: the work of a search, whatever the machine. */
final class CountedReads implements CharSequence {

    private final String text;
    private long reads;

    CountedReads(String text) {
        this.text = text;
    }

    long reads() {
        return reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        reads++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        reads += end - start;
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
