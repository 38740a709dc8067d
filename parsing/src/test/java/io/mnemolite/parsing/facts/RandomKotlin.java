package io.mnemolite.parsing.facts;

import java.util.Random;

/** Kotlin, whose imports are not followed: what is defined elsewhere only tells that a call may lead there. */
final class RandomKotlin {

    private static final int FILES = RandomSources.FILES;

    private RandomKotlin() {}

    static String path(Random random, int type) {
        return (random.nextInt(4) == 0 ? "src/test/" : "p/") + "T" + type + ".kt";
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("fun f")
                    .append(random.nextInt(4))
                    .append("(x: C")
                    .append(random.nextInt(FILES))
                    .append(") { ")
                    .append(call(random))
                    .append("; ")
                    .append(call(random))
                    .append(" }\n");
        }
        text.append("class C").append(random.nextInt(FILES));
        if (random.nextBoolean()) {
            text.append(" : C").append(random.nextInt(FILES)).append("()");
        }
        return text.append(" {\n    fun m")
                .append(random.nextInt(4))
                .append("(x: C")
                .append(random.nextInt(FILES))
                .append(") { ")
                .append(call(random))
                .append(" }\n}\n")
                .toString();
    }

    private static String call(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "x.m" + random.nextInt(4) + "(x)";
            case 1 -> "C" + random.nextInt(FILES) + "().m" + random.nextInt(4) + "(x)";
            case 2 -> "m" + random.nextInt(4) + "(x)";
            default -> "f" + random.nextInt(4) + "(x)";
        };
    }
}
