package io.mnemolite.parsing.facts;

import java.util.Random;

/** Files whose members, supertypes, imports and calls are drawn from a few names, so that each edit matters to others. */
enum RandomSources {
    JAVA,
    PYTHON,
    TYPESCRIPT,
    GO,
    KOTLIN,
    CSHARP,
    PHP,
    SWIFT,
    RUST,
    CPP,
    RUBY;

    static final int FILES = 12;

    String path(Random random, int type) {
        String folder = random.nextBoolean() ? "p" : "q";
        return switch (this) {
            case JAVA -> folder + "/T" + type + ".java";
            case PYTHON -> folder + "/" + (random.nextInt(8) == 0 ? "__init__" : "T" + type) + ".py";
            case TYPESCRIPT -> RandomTypeScript.path(random, type);
            case GO -> RandomGo.path(random, type);
            default -> RandomText.path(this, random, type);
        };
    }

    /** @param path of the file, which may be a manifest */
    String text(Random random, int type, String path) {
        return switch (this) {
            case JAVA -> java(random, type);
            case PYTHON -> python(random);
            case TYPESCRIPT -> RandomTypeScript.text(random, path);
            case GO -> RandomGo.text(random, path);
            default -> RandomText.text(this, random, path);
        };
    }

    private static String java(Random random, int type) {
        StringBuilder text = new StringBuilder();
        text.append("package ").append(random.nextBoolean() ? "p" : "q").append(";\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append("import ")
                    .append(random.nextBoolean() ? "p" : "q")
                    .append(".T")
                    .append(random.nextInt(FILES))
                    .append(";\n");
        }
        if (random.nextBoolean()) {
            text.append("import ").append(random.nextBoolean() ? "p" : "q").append(".*;\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("import static p.T").append(random.nextInt(FILES)).append(".*;\n");
        }
        text.append("class T")
                .append(random.nextInt(6) == 0 ? random.nextInt(FILES) : type)
                .append(random.nextInt(3) == 0 ? "<V> " : " ");
        if (random.nextInt(2) == 0) {
            text.append("extends T").append(random.nextInt(FILES)).append(' ');
        }
        text.append("{\n  T").append(random.nextInt(FILES)).append(" field;\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("  ")
                    .append(random.nextInt(3) == 0 ? "static " : "")
                    .append('T')
                    .append(random.nextInt(FILES))
                    .append(" m")
                    .append(random.nextInt(4))
                    .append('(');
            text.append(
                            random.nextInt(3) == 0
                                    ? "T" + random.nextInt(FILES) + " x"
                                    : random.nextBoolean() ? "int y" : "")
                    .append(") { ");
            for (int call = random.nextInt(4); call >= 0; call--) {
                text.append(javaCall(random)).append("; ");
            }
            text.append("return null; }\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("  class N")
                    .append(random.nextInt(3))
                    .append(" { void m")
                    .append(random.nextInt(4))
                    .append("() { m")
                    .append(random.nextInt(4))
                    .append("(); } }\n");
        }
        return text.append("}\n").toString();
    }

    private static String javaCall(Random random) {
        String name = "m" + random.nextInt(4) + "("
                + (random.nextInt(3) == 0 ? "1" : random.nextInt(3) == 0 ? "field" : "") + ")";
        return switch (random.nextInt(6)) {
            case 0 -> name;
            case 1 -> "field." + name;
            case 2 -> "T" + random.nextInt(FILES) + "." + name;
            case 3 -> "new T" + random.nextInt(FILES) + "()." + name + ".m" + random.nextInt(4) + "()";
            case 4 -> "new T" + random.nextInt(FILES) + ".N" + random.nextInt(3) + "().m" + random.nextInt(4) + "()";
            default -> "super." + name;
        };
    }

    private static String python(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String module =
                    (random.nextBoolean() ? "." : random.nextBoolean() ? "p." : "q.") + "T" + random.nextInt(FILES);
            text.append(
                    switch (random.nextInt(5)) {
                        case 0 -> "from " + module + " import *\n";
                        case 1 -> "from . import T" + random.nextInt(FILES) + "\n";
                        case 2 -> "import p.T" + random.nextInt(FILES) + " as m" + random.nextInt(4) + "\n";
                        case 3 -> "from p import C" + random.nextInt(FILES) + "\n";
                        default ->
                            "from " + module + " import C" + random.nextInt(FILES) + ", f" + random.nextInt(4) + "\n";
                    });
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("def f")
                    .append(random.nextInt(4))
                    .append("(x: C")
                    .append(random.nextInt(FILES))
                    .append(") -> C")
                    .append(random.nextInt(FILES))
                    .append(":\n    ")
                    .append(pythonCall(random))
                    .append("\n");
        }
        text.append("class C")
                .append(random.nextInt(FILES))
                .append("(C")
                .append(random.nextInt(FILES))
                .append("):\n");
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("    def f")
                    .append(random.nextInt(4))
                    .append("(self, x):\n        self.a = C")
                    .append(random.nextInt(FILES))
                    .append("()\n        ")
                    .append(pythonCall(random))
                    .append("\n        ")
                    .append(random.nextBoolean() ? "return " : "")
                    .append(pythonCall(random))
                    .append("\n");
        }
        return text.toString();
    }

    private static String pythonCall(Random random) {
        String name = "f" + random.nextInt(4) + "(x)";
        return switch (random.nextInt(7)) {
            case 0 -> name;
            case 1 -> "x." + name;
            case 2 -> "self." + name;
            case 3 -> "self.a." + name;
            case 4 -> "C" + random.nextInt(FILES) + "(x)." + name + ".f" + random.nextInt(4) + "(x)";
            case 5 -> "m" + random.nextInt(4) + "." + name;
            default -> "super()." + name;
        };
    }
}
