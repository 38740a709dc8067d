package io.mnemolite.benchmarks.code;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a documentation comment says first, as a reader sees it. */
final class FirstSentence {

    /** Marks that part words. */
    private static final Set<String> BLOCKS = Set.of("p", "br", "li", "ul", "ol", "div", "pre", "td", "tr");

    private FirstSentence() {}

    /** Plain text in one line; empty when there is none. */
    static String of(@Nullable DocCommentTree documentation) {
        return documentation == null
                ? ""
                : text(documentation.getFirstSentence()).replaceAll("\\s+", " ").strip();
    }

    private static String text(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) {
            text.append(
                    switch (part) {
                        case TextTree plain -> plain.getBody();
                        case LiteralTree literal -> literal.getBody().getBody();
                        case LinkTree link when !link.getLabel().isEmpty() -> text(link.getLabel());
                        case LinkTree link -> shown(link.getReference().getSignature());
                        case EntityTree entity -> character(entity.getName().toString());
                        case StartElementTree mark -> between(mark.getName());
                        case EndElementTree mark -> between(mark.getName());
                        // Tags that stand for what is elsewhere.
                        default -> " ";
                    });
        }
        return text.toString();
    }

    private static String between(CharSequence mark) {
        return BLOCKS.contains(mark.toString().toLowerCase(Locale.ROOT)) ? " " : "";
    }

    /** {@code org.example.Type#member(int)} is shown as Type.member(int). */
    private static String shown(String reference) {
        int member = reference.indexOf('#');
        String type = member < 0 ? reference : reference.substring(0, member);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String rest = member < 0 ? "" : reference.substring(member + 1);
        return simple.isEmpty() || rest.isEmpty() ? simple + rest : simple + "." + rest;
    }

    private static String character(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> " ";
        };
    }
}
