package io.mnemolite.server.ops.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples of stacks, put together where they begin alike. */
final class StackTree {

    private final Map<String, StackTree> children = new LinkedHashMap<>();
    private long samples;

    /** @param frames the outermost first */
    void add(List<String> frames) {
        StackTree at = this;
        at.samples++;
        for (String frame : frames) {
            at = at.children.computeIfAbsent(frame, absent -> new StackTree());
            at.samples++;
        }
    }

    long samples() {
        return samples;
    }

    /** One frame, how many samples went through it, and what it called, most samples first. */
    record Node(
            @JsonProperty String name,
            @JsonProperty long samples,
            @JsonProperty List<Node> children) {}

    /** The tree below a name, without what fewer than {@code least} samples went through. */
    Node node(String name, long least) {
        List<Node> shown = new ArrayList<>();
        children.forEach((frame, child) -> {
            if (child.samples >= least) {
                shown.add(child.node(frame, least));
            }
        });
        shown.sort(Comparator.comparingLong(Node::samples).reversed().thenComparing(Node::name));
        return new Node(name, samples, shown);
    }
}
