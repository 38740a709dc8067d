package io.mnemolite.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.result.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** A way to drive a server and to judge what came of it. */
interface Scenario {

    /** Its name on the command line and in file names. */
    String name();

    /** Drives and judges. */
    Judged run(Generator generator);

    /**
     * @param findings puts into the summary what only this scenario finds
     */
    record Judged(Driven driven, List<Verdict> verdicts, Consumer<ObjectNode> findings) {}
}
