package io.mnemolite.benchmarks.callgraph.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as the oracle sees it.
 *
 * @param targets where it may lead inside the corpus; none unless it leads inside
 */
record Truth(Place place, Kind kind, List<Target> targets) {

    /** Where a call leads. */
    enum Kind {
        INSIDE,
        OUTSIDE,
        /** To whatever function a variable, parameter or field holds: no declaration is its target. */
        VALUE,
        /** The oracle does not know. */
        UNREADABLE
    }

    /**
     * A declaration.
     *
     * @param at the line of its name, from 1
     * @param owner the names of the declarations around it, with dots between them
     */
    record Target(String path, String name, int at, String owner) {

        static Target of(JsonNode json) {
            return new Target(
                    json.path("path").asText(),
                    json.path("name").asText(),
                    json.path("at").asInt(),
                    json.path("owner").asText());
        }

        @Override
        public String toString() {
            return path + ":" + at + " " + (owner.isEmpty() ? "" : owner + ".") + name;
        }
    }

    Truth {
        targets = List.copyOf(targets);
    }

    /** One line of an oracle. */
    static Truth of(JsonNode json) {
        Place place = new Place(
                json.path("file").asText(),
                json.path("line").asInt(),
                json.path("column").asInt());
        Kind kind = switch (json.path("kind").asText()) {
            case "inside" -> Kind.INSIDE;
            case "outside" -> Kind.OUTSIDE;
            case "value" -> Kind.VALUE;
            default -> Kind.UNREADABLE;
        };
        List<Target> targets = new ArrayList<>();
        if (kind == Kind.INSIDE) {
            if (json.path("targets").isArray()) {
                json.path("targets").forEach(target -> targets.add(Target.of(target)));
            } else {
                targets.add(Target.of(json));
            }
        }
        return new Truth(place, kind, targets);
    }
}
