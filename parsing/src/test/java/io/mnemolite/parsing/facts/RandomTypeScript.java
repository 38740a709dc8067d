package io.mnemolite.parsing.facts;

import java.util.Random;

/** TypeScript, and the manifests that tell what its imports mean, out of a few names. */
final class RandomTypeScript {

    private static final int FILES = RandomSources.FILES;

    private RandomTypeScript() {}

    static String path(Random random, int type) {
        String folder = random.nextBoolean() ? "p" : "q";
        return switch (random.nextInt(10)) {
            case 0 -> folder + "/index.ts";
            case 1 -> folder + "/package.json";
            case 2 -> random.nextBoolean() ? "tsconfig.json" : folder + "/tsconfig.json";
            default -> folder + "/T" + type + ".ts";
        };
    }

    static String text(Random random, String path) {
        if (path.endsWith("package.json")) {
            String entry =
                    random.nextBoolean() ? "" : ", \"exports\": {\".\": \"./T" + random.nextInt(FILES) + ".ts\"}";
            return "{\"name\": \"" + (random.nextBoolean() ? "p" : "q") + "\"" + entry + "}";
        }
        if (path.endsWith("tsconfig.json")) {
            String target = (random.nextBoolean() ? "p" : "q") + "/*";
            return random.nextInt(3) == 0
                    ? "{\"extends\": \"../tsconfig.json\"}"
                    : "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"" + target + "\"]}}}";
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(statement(random)).append(";\n");
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("export function f")
                    .append(random.nextInt(4))
                    .append("(x: C")
                    .append(random.nextInt(FILES))
                    .append("): C")
                    .append(random.nextInt(FILES))
                    .append(" { ")
                    .append(call(random))
                    .append("; }\n");
        }
        if (random.nextBoolean()) {
            text.append("export interface C")
                    .append(random.nextInt(FILES))
                    .append(" { f")
                    .append(random.nextInt(4))
                    .append("(x: number): C")
                    .append(random.nextInt(FILES))
                    .append("; a: C")
                    .append(random.nextInt(FILES))
                    .append(" }\n");
        }
        text.append("export class C")
                .append(random.nextInt(FILES))
                .append(" extends C")
                .append(random.nextInt(FILES))
                .append(" {\n  constructor(private b: C")
                .append(random.nextInt(FILES))
                .append(") { super(); }\n  a = new C")
                .append(random.nextInt(FILES))
                .append("();\n");
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("  f")
                    .append(random.nextInt(4))
                    .append("(g: (x: C")
                    .append(random.nextInt(FILES))
                    .append(") => void) { ")
                    .append(call(random))
                    .append("; ")
                    .append(call(random))
                    .append(result(random));
        }
        text.append("}\nexport const v").append(random.nextInt(2)).append(" = ").append(call(random));
        return text.append(";\n").toString();
    }

    private static String statement(Random random) {
        String module = switch (random.nextInt(4)) {
            case 0 -> random.nextBoolean() ? "p" : "q";
            case 1 -> "@/T" + random.nextInt(FILES);
            case 2 -> "../" + (random.nextBoolean() ? "p" : "q");
            default -> "./T" + random.nextInt(FILES);
        };
        String from = " from '" + module + "'";
        return switch (random.nextInt(5)) {
            case 0 -> "export *" + from;
            case 1 -> "import * as m" + random.nextInt(4) + from;
            case 2 -> "export { f" + random.nextInt(4) + " }" + from;
            default -> "import { " + names(random) + " }" + from;
        };
    }

    private static String names(Random random) {
        return "C" + random.nextInt(FILES) + ", f" + random.nextInt(4) + ", v" + random.nextInt(2);
    }

    /** Undeclared, so that other files depend on what is returned. */
    private static String result(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "; return new C" + random.nextInt(FILES) + "(); }\n";
            case 1 -> "; return this.a; }\n";
            case 2 -> "; return f" + random.nextInt(4) + "(x); }\n";
            default -> "; }\n";
        };
    }

    private static String call(Random random) {
        String name = "f" + random.nextInt(4) + "(x => x.f" + random.nextInt(4) + "(x))";
        return switch (random.nextInt(8)) {
            case 0 -> name;
            case 1 -> "x." + name;
            case 2 -> "this." + name;
            case 3 -> "this.a." + name;
            case 4 -> "this.b." + name;
            case 5 -> "m" + random.nextInt(4) + "." + name;
            case 6 -> "v" + random.nextInt(2) + "." + name;
            default -> "new C" + random.nextInt(FILES) + "()." + name + ".f" + random.nextInt(4) + "(x)";
        };
    }
}
