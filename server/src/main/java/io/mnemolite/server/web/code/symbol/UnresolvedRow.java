package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.server.web.text.ShownText;

/** A call without an edge, and why it has none. */
public record UnresolvedRow(ShownText callee, int line, String reason) {

    static UnresolvedRow of(UnresolvedSite site) {
        return new UnresolvedRow(ShownText.beginning(site.callee(), 200), site.line(), reason(site.reason()));
    }

    private static String reason(UnresolvedSite.Reason reason) {
        return switch (reason) {
            case EXTERNAL -> "outside of the repository";
            case UNKNOWN_RECEIVER -> "the type before the name is not known";
            case AMBIGUOUS -> "several definitions fit, and nothing tells which";
            case DYNAMIC -> "comes to be when the program is built or run";
        };
    }
}
