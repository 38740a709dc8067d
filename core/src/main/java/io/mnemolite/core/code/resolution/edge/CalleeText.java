package io.mnemolite.core.code.resolution.edge;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.FileFacts;
import org.jspecify.annotations.Nullable;

/** A callee in words, near to how it is written. */
public final class CalleeText {

    private static final int DEEPEST = 4;
    private static final String CONSTRUCTOR = "<init>";

    private CalleeText() {}

    /** Such as {@code reader.next} or {@code new Parser}. */
    public static String of(FileFacts facts, CallSite site) {
        return of(facts, site, 0);
    }

    /** The simple name of what is called; of a constructor, that of its type. */
    public static String name(CallSite site) {
        if (!site.name().equals(CONSTRUCTOR)) {
            return site.name();
        }
        if (site.type() == null) {
            return site.form() == CallSite.Form.SUPER ? "super" : "this";
        }
        String type = site.type().name();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String of(FileFacts facts, CallSite site, int depth) {
        String name = name(site);
        if (site.name().equals(CONSTRUCTOR)) {
            return site.form() == CallSite.Form.NEW ? "new " + name : name;
        }
        String separator = site.form() == CallSite.Form.METHOD_REFERENCE ? "::" : ".";
        return site.receiver() == null ? name : text(facts, site.receiver(), depth + 1) + separator + name;
    }

    private static String text(FileFacts facts, Expression expression, int depth) {
        if (depth > DEEPEST) {
            return "…";
        }
        return switch (expression) {
            case Expression.Name name -> name.name();
            case Expression.Member member -> text(facts, member.of(), depth + 1) + "." + member.name();
            case Expression.Self self -> qualified(self.type(), "this");
            case Expression.Parent parent -> qualified(parent.type(), "super");
            case Expression.Result result ->
                result.site() < facts.sites().size()
                        ? of(facts, facts.sites().get(result.site()), depth + 1) + "()"
                        : "…";
            case Expression.TypeName type -> type.type().toString();
            case Expression.Typed typed -> "(" + typed.type() + ")";
            case Expression.Element element -> text(facts, element.of(), depth + 1) + "[]";
            default -> "…";
        };
    }

    private static String qualified(@Nullable String type, String name) {
        return type == null ? name : type + "." + name;
    }
}
