package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.FileFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What MnemoLite says of one call.
 *
 * @param target null when there is no edge
 * @param why the rule, or the reason why there is none
 * @param text the callee as written
 */
record Predicted(@Nullable Symbol target, String why, String text) {

    /**
     * A definition of ours.
     *
     * @param owner the names of the definitions around it, with dots between them
     * @param type the type directly around it; null when there is none
     */
    record Symbol(
            String path,
            String name,
            String owner,
            int start,
            int end,
            @Nullable Symbol type) {

        static Symbol of(FileFacts facts, int index) {
            List<Definition> all = facts.definitions();
            Definition definition = all.get(index);
            StringBuilder owner = new StringBuilder();
            for (int at = definition.owner(); at > 0; at = all.get(at).owner()) {
                owner.insert(0, all.get(at).name() + (owner.isEmpty() ? "" : "."));
            }
            boolean isMember =
                    definition.owner() > 0 && all.get(definition.owner()).kind().isType();
            return new Symbol(
                    facts.path(),
                    definition.name(),
                    owner.toString(),
                    definition.startLine(),
                    definition.endLine(),
                    isMember ? of(facts, definition.owner()) : null);
        }

        /** The same declaration; of several with one name, as overloads are, any. */
        boolean is(Truth.Target target) {
            boolean isThere = start <= target.at() && target.at() <= end;
            return path.equals(target.path())
                    && name.equals(target.name())
                    && (isThere || owner.equals(target.owner()));
        }

        @Override
        public String toString() {
            return path + ":" + start + " " + (owner.isEmpty() ? "" : owner + ".") + name;
        }
    }
}
