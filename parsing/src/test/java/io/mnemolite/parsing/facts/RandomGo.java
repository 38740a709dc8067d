package io.mnemolite.parsing.facts;

import java.util.Random;

/** Go out of a few names, in two packages of one module, or of another when its manifest changes. */
final class RandomGo {

    private static final int FILES = RandomSources.FILES;

    private RandomGo() {}

    static String path(Random random, int type) {
        String folder = random.nextBoolean() ? "p" : "q";
        return random.nextInt(8) == 0
                ? random.nextBoolean() ? "go.mod" : folder + "/go.mod"
                : folder + "/t" + type + ".go";
    }

    static String text(Random random, String path) {
        if (path.endsWith("go.mod")) {
            return "module example.org/" + (random.nextBoolean() ? "m" : "m/p") + "\n";
        }
        StringBuilder text = new StringBuilder("package p\n\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append("import ")
                    .append(random.nextInt(3) == 0 ? "m" + random.nextInt(3) + " " : "")
                    .append("\"example.org/m/")
                    .append(random.nextBoolean() ? "p" : "q")
                    .append("\"\n");
        }
        text.append("type C")
                .append(random.nextInt(FILES))
                .append(" struct {\n\ta *C")
                .append(random.nextInt(FILES))
                .append("\n}\n\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("func ");
            if (random.nextBoolean()) {
                text.append("(s *C").append(random.nextInt(FILES)).append(") ");
            }
            text.append('F')
                    .append(random.nextInt(4))
                    .append("(x *C")
                    .append(random.nextInt(FILES))
                    .append(") *C")
                    .append(random.nextInt(FILES))
                    .append(" {\n\t")
                    .append(call(random))
                    .append("\n\ty := ")
                    .append(call(random))
                    .append("\n\ty.F")
                    .append(random.nextInt(4))
                    .append("(x)\n\treturn nil\n}\n\n");
        }
        return text.toString();
    }

    private static String call(Random random) {
        String name = "F" + random.nextInt(4) + "(x)";
        return switch (random.nextInt(6)) {
            case 0 -> "x." + name;
            case 1 -> "s." + name;
            case 2 -> "x.a." + name;
            case 3 -> (random.nextBoolean() ? "p." : "q.") + name;
            case 4 -> "m" + random.nextInt(3) + "." + name + ".F" + random.nextInt(4) + "(x)";
            default -> name;
        };
    }
}
