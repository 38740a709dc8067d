package io.mnemolite.server.web.code.source;

import java.util.Map;
import java.util.Set;

/** The reserved words of languages, as far as colouring a text needs them. */
final class Keywords {

    private static final Set<String> C_LIKE = words(
            "break case catch class const continue default do else enum extends false finally for if import in instanceof"
                    + " interface new null package private protected public return static super switch this throw throws"
                    + " true try void while yield");

    private static final Map<String, Set<String>> BY_LANGUAGE = Map.ofEntries(
            Map.entry(
                    "java",
                    words(
                            "abstract assert boolean break byte case catch char class continue default do double else enum"
                                    + " extends false final finally float for if implements import instanceof int interface long"
                                    + " native new null package permits private protected public record return sealed short"
                                    + " static strictfp super switch synchronized this throw throws transient true try var void"
                                    + " volatile while yield")),
            Map.entry(
                    "python",
                    words("False None True and as assert async await break class continue def del elif else except"
                            + " finally for from global if import in is lambda match nonlocal not or pass raise return"
                            + " self try while with yield")),
            Map.entry("javascript", script("")),
            Map.entry("jsx", script("")),
            Map.entry(
                    "typescript",
                    script(
                            " abstract any boolean declare enum implements interface keyof namespace never number private"
                                    + " protected public readonly string type unknown")),
            Map.entry(
                    "tsx",
                    script(
                            " abstract any boolean declare enum implements interface keyof namespace never number private"
                                    + " protected public readonly string type unknown")),
            Map.entry(
                    "go",
                    words(
                            "break case chan const continue default defer else fallthrough false for func go goto if import"
                                    + " interface iota map nil package range return select struct switch true type var")),
            Map.entry(
                    "rust",
                    words(
                            "as async await break const continue crate dyn else enum extern false fn for if impl in let loop"
                                    + " match mod move mut pub ref return self Self static struct super trait true type unsafe"
                                    + " use where while")),
            Map.entry("c", compiled("")),
            Map.entry(
                    "cpp",
                    compiled(" bool catch class constexpr delete false friend namespace new nullptr operator override"
                            + " private protected public template this throw true try typename using virtual")),
            Map.entry(
                    "csharp",
                    words("abstract as async await base bool break case catch class const continue decimal default do"
                            + " double else enum event false finally for foreach get if in int interface internal is"
                            + " lock long namespace new null object operator out override params private protected public"
                            + " readonly record ref return sealed set static string struct switch this throw true try"
                            + " typeof using var virtual void where while yield")),
            Map.entry(
                    "kotlin",
                    words(
                            "as break by class companion constructor continue data do else enum false final for fun if import"
                                    + " in init inline interface internal is null object open override package private protected"
                                    + " public return sealed super suspend this throw true try typealias val var when while")),
            Map.entry(
                    "scala",
                    words(
                            "abstract case catch class def do else extends false final finally for given if implicit import"
                                    + " lazy match new null object override package private protected return sealed super this"
                                    + " throw trait true try type using val var while with yield")),
            Map.entry(
                    "ruby",
                    words(
                            "alias and begin break case class def do else elsif end ensure false for if in module next nil"
                                    + " not or redo rescue retry return self super then true undef unless until when while"
                                    + " yield")),
            Map.entry(
                    "php",
                    words(
                            "abstract and array as break case catch class const continue default do echo else elseif extends"
                                    + " false final finally fn for foreach function if implements interface match namespace new"
                                    + " null or private protected public return static switch this throw trait true try use var"
                                    + " while yield")),
            Map.entry(
                    "swift",
                    words("as associatedtype break case catch class continue default defer do else enum extension false"
                            + " fileprivate for func guard if import in init inout internal is let nil open override"
                            + " private protocol public return self Self static struct super switch throw throws true try"
                            + " typealias var where while")),
            Map.entry(
                    "bash",
                    words("case do done elif else esac exit export fi for function if in local return set then until"
                            + " while")),
            Map.entry(
                    "sql",
                    words(
                            "and as by create delete from group having in index insert into is join left limit not null on"
                                    + " or order primary references returning select set table unique update values where"
                                    + " with")));

    private static final Set<String> PROSE = Set.of();
    private static final Set<String> WITHOUT_KEYWORDS = Set.of("markdown", "text", "json", "yaml", "html", "css");

    private Keywords() {}

    /** Those of the language; of one that is not known, words that many languages reserve. */
    static Set<String> of(String language) {
        return WITHOUT_KEYWORDS.contains(language) ? PROSE : BY_LANGUAGE.getOrDefault(language, C_LIKE);
    }

    private static Set<String> script(String more) {
        return words("async await break case catch class const continue debugger default delete do else export extends"
                + " false finally for from function get if import in instanceof let new null of return set static super"
                + " switch this throw true try typeof undefined var void while with yield" + more);
    }

    private static Set<String> compiled(String more) {
        return words(
                "auto break case char const continue default do double else enum extern float for goto if inline int"
                        + " long register return short signed sizeof static struct switch typedef union unsigned void volatile"
                        + " while" + more);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
