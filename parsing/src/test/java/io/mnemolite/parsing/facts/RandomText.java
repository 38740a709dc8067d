package io.mnemolite.parsing.facts;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files of further languages out of patterns: {@code «a|b»} is one of several, {@code #} a small number, {@code @} that of a type. */
final class RandomText {

    private static final int FILES = RandomSources.FILES;
    private static final Pattern CHOICE = Pattern.compile("«([^«»]*)»");
    private static final int DEEPEST = 6;

    private RandomText() {}

    static String path(RandomSources language, Random random, int type) {
        String folder = random.nextBoolean() ? "p" : "q";
        return switch (language) {
            case KOTLIN -> (random.nextInt(4) == 0 ? "src/test/" : folder + "/") + "T" + type + ".kt";
            case CSHARP -> folder + "/T" + type + ".cs";
            case PHP -> folder + "/T" + type + ".php";
            case SWIFT -> "Sources/" + folder + "/T" + type + ".swift";
            case RUST -> random.nextInt(8) == 0 ? folder + "/Cargo.toml" : folder + "/src/" + rustFile(random, type);
            case CPP -> random.nextBoolean() ? "include/T" + type + ".hpp" : folder + "/T" + type + ".cpp";
            default -> folder + "/T" + type + ".rb";
        };
    }

    private static String rustFile(Random random, int type) {
        return random.nextInt(4) == 0 ? "lib.rs" : "t" + type + (random.nextBoolean() ? ".rs" : "/mod.rs");
    }

    static String text(RandomSources language, Random random, String path) {
        return calls(language, random, skeleton(language, random, path));
    }

    private static String skeleton(RandomSources language, Random random, String path) {
        return switch (language) {
            case KOTLIN ->
                lines(random, 1, "package «p|q|p.q»") //
                        + lines(random, 3, "import «p|q|p.q».«C@|f#|f# as g#|*»")
                        + lines(random, 3, "«private |»fun «C@.|»f#(x: C@«, y: Int|») { «CALL»\n«CALL» }")
                        + lines(random, 1, "typealias A# = C@")
                        + lines(
                                random,
                                1,
                                "class C@« : C@()|»«(val a: C@)|» {\n    fun m#(x: C@) { «CALL»\n«CALL» }\n}");
            case CSHARP ->
                lines(random, 3, "using «p|q|p.q|static p.C@|X# = q.C@»;") //
                        + choose(random, "namespace «p|q|p.q»;\n")
                        + lines(
                                random,
                                2,
                                "«partial |»class C@« : C@|» { C@ a; «static |»C@ m#(C@ x«, int y|») { «CALL»; «CALL»; return x; } }");
            case PHP ->
                lines(random, 1, "<?php\nnamespace «p|q|p\\\\q»;") //
                        + lines(random, 3, "use «p|q»\\«C@|C@ as D#|q»;\nuse function «p|q»\\f#« as g#|»;")
                        + lines(random, 2, "function f#(C@ $x) { «CALL»; «CALL»; }")
                        + lines(
                                random,
                                1,
                                "«class C@« extends C@|»|trait C@» { «use C@;|» private C@ $a; «static |»function m#(C@ $x) { «CALL»; $x = new C@(); $x->m#(1); } }");
            case SWIFT ->
                lines(random, 2, "import «p|q»") //
                        + lines(random, 3, "«private |»func f#(x: C@) { «CALL»\n«CALL» }")
                        + lines(
                                random,
                                2,
                                "«class|extension» C@« : C@|» { «let a: C@|»\n«init(x: C@) {}|»\nfunc m#(x: C@) { «CALL»\n«CALL» } }");
            case RUST ->
                path.endsWith(".toml")
                        ? choose(random, "[package]\nname = \"«p|q|r»\"\n«[lib]\npath = \"src/t@.rs\"\n|»")
                        : lines(
                                        random,
                                        3,
                                        "«mod t@;|use «crate|super|self|p|q»::«t@::C@|t@::f#|t@::*|{t@, f# as g#}»;|pub use self::t@::f#;»")
                                + lines(random, 2, "pub fn f#(x: &C@) { «CALL»; «CALL»; }")
                                + lines(random, 1, "«struct C@ { a: C@, m#: C@ }|»")
                                + lines(
                                        random,
                                        2,
                                        "impl« C@ for|» C@ { fn m#(&self, x: C@) -> C@ { «CALL»; «CALL» } }");
            case CPP ->
                lines(random, 3, "\uE000include «\"T@.hpp\"|<T@.hpp>|\"../include/T@.hpp\"»") //
                        + lines(random, 1, "using «namespace n|n::f#»;")
                        + lines(random, 2, "«static |»void f#(C@ *x) { «CALL»; «CALL»; }")
                        + lines(
                                random,
                                3,
                                "«void f#(C@ *x);|namespace n { void f#(C@ *x)«;| { «CALL»; }» }|C@ *make#();|typedef C@ A#;»")
                        + lines(
                                random,
                                2,
                                "«class C@« : public C@|» { C@ *a; void m#(C@ *x)«;| { «CALL»; }» };|void C@::m#(C@ *x) { «CALL»; «CALL»; }|void n::f#(C@ *x) { «CALL»; }»");
            default ->
                lines(random, 3, "«require_relative '«../p/|../q/|»T@'|require 'T@'»") //
                        + lines(random, 2, "def f#(x)\n  «CALL»\n  «CALL»\nend")
                        + lines(
                                random,
                                2,
                                "«class C@« < C@|»|module C@»\n  «include C@|attr_reader :m#|»\n  def «self.|»m#(x)\n    «CALL»\n    «super(x)|»\n  end\nend");
        };
    }

    private static String calls(RandomSources language, Random random, String text) {
        String call = switch (language) {
            case KOTLIN -> "«x.|C@().|C@.|this.|p.|»«m#|f#|g#|a.m#»(x«, 1|»)";
            case CSHARP -> "«x.|C@.|new C@().|a.|X#.|base.|p.C@.|»m#(x«, 1|»)";
            case PHP ->
                "«$x->m#|C@::m#|D#::m#|$this->m#|$this->a->m#|f#|g#|\\q\\f#|q\\f#|parent::m#|(new C@())->m#»(1)";
            case SWIFT -> "«x.m#|C@(x: x).m#|m#|f#|a.m#|p.f#|self.m#|C@»(x: x)";
            case RUST -> "«x.m#|f#|g#|t@::f#|crate::t@::f#|super::f#|C@::m#|Self::m#|self.m#|p::f#»(x)";
            case CPP -> "«x->m#|f#|n::f#|::f#|C@::m#|this->m#|m#|a->m#|make#()->m#|new C@|new A#»(x)";
            default -> "«x.m#|C@.m#|C@.new(x).m#|f#|m#|self.m#|C@::C@.m#»(x)";
        };
        String found = text;
        while (found.contains("CALL")) {
            found = found.replaceFirst(
                    "CALL", choose(random, call).replace("\\", "\\\\").replace("$", "\\$"));
        }
        return found;
    }

    /** Up to so many lines of a pattern, at least one. */
    private static String lines(Random random, int most, String pattern) {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            lines.append(choose(random, pattern)).append('\n');
        }
        return lines.toString();
    }

    private static String choose(Random random, String pattern) {
        String text = pattern.replace("«CALL»", "CALL");
        for (int i = 0; i < DEEPEST; i++) {
            text = CHOICE.matcher(text).replaceAll(found -> quoted(chosen(random, found)));
        }
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                // The sign of the preprocessor.
                case '\uE000' -> numbered.append('#');
                case '#' -> numbered.append(random.nextInt(4));
                case '@' -> numbered.append(random.nextInt(FILES));
                default -> numbered.append(text.charAt(i));
            }
        }
        return numbered.toString();
    }

    private static String chosen(Random random, MatchResult found) {
        String[] choices = found.group(1).split("\\|", -1);
        return choices[random.nextInt(choices.length)];
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }
}
