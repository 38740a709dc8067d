package io.mnemolite.load.traffic;

/**
 * A repository of Java classes that call each other: class n calls three of those before it, so that there are callers,
 * walks and paths. A file's text is a function of its number and edition.
 *
 * @param name as the server knows it
 * @param size how many files
 */
public record SampleRepository(String name, int size) {

    /** The simple name of the method of each class that others call. */
    public static final String CALLED = "settle";

    private static final String[] STEPS = {"invoice", "refund", "quota", "backup", "ticket", "report", "token"};

    String path(int file) {
        return "src/main/java/sample/Step" + file + ".java";
    }

    /** Editions differ in the body of one method. */
    String content(int file, int edition) {
        String word = STEPS[file % STEPS.length];
        StringBuilder text = new StringBuilder(1_500);
        text.append("package sample;\n\nimport java.util.ArrayList;\nimport java.util.List;\n\n");
        text.append("/** Settles each ")
                .append(word)
                .append(" of batch ")
                .append(file)
                .append(". */\n");
        text.append("public final class Step").append(file).append(" {\n\n");
        text.append("    private final List<String> done = new ArrayList<>();\n\n");
        text.append("    /** Takes one ").append(word).append(" and passes it on. */\n");
        text.append("    public int ").append(CALLED).append("(int amount) {\n        int sum = limit(amount);\n");
        for (int other : new int[] {file - 1, file / 2, file / 3}) {
            if (other >= 0 && other < file) {
                text.append("        sum += new Step").append(other).append("().settle(sum);\n");
            }
        }
        text.append("        record(\"").append(word).append("\", sum);\n        return sum;\n    }\n\n");
        text.append("    /** Keeps an amount within what is allowed. */\n    private static int limit(int amount) {\n");
        text.append("        return Math.min(amount, ").append(1_000 + edition).append(");\n    }\n\n");
        text.append("    private void record(String name, int sum) {\n");
        text.append("        if (sum > 0) {\n            done.add(name + sum);\n        }\n    }\n}\n");
        return text.toString();
    }
}
