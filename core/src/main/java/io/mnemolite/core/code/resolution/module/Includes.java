package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file sees by including files, with all that these include in turn. */
final class Includes {

    /** Files that are followed from one file. */
    private static final int MOST = 1_000;

    private final Questions questions;
    private final Modules modules;
    private final Map<FileContext, List<Container>> known = new HashMap<>();

    Includes(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    /** The modules of all files, the file's own first, nearer ones before others. */
    List<Container> of(FileContext file) {
        List<Container> all = known.get(file);
        if (all == null) {
            all = follow(questions.module(file));
            known.put(file, all);
        }
        return all;
    }

    private List<Container> follow(Container from) {
        List<Container> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Container> open = new ArrayDeque<>(List.of(from));
        seen.add(from.file().path());
        while (!open.isEmpty() && all.size() < MOST) {
            Container at = open.removeFirst();
            all.add(at);
            for (Import statement : questions.imports(at.file())) {
                if (statement.kind() == Import.Kind.ON_DEMAND) {
                    for (Container found : modules.of(statement, at.file())) {
                        if (seen.add(found.file().path())) {
                            open.add(found);
                        }
                    }
                }
            }
        }
        return all;
    }
}
