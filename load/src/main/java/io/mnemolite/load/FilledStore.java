package io.mnemolite.load;

import io.mnemolite.load.server.FilledHome;
import io.mnemolite.load.server.Launch;
import io.mnemolite.load.server.OwnServer;
import io.mnemolite.load.traffic.Filling;
import io.mnemolite.load.traffic.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A store that one server has filled, for others that are started on it one after the other.
 *
 * @param home to be put back before each of them starts
 * @param model whose vectors it holds
 */
record FilledStore(FilledHome home, Keys keys, String model) {

    private static final Duration LONGEST_REST = Duration.ofSeconds(60);

    static FilledStore fill(Arguments arguments, Path project, Path work, Consumer<String> console) {
        Keys keys;
        String model;
        try (OwnServer server = OwnServer.startEmpty(project, work, Launch.production(arguments.isMock()))) {
            Filling filling = new Filling(server.api(), Run.SEED);
            model = filling.model();
            console.accept("Filling the store: " + arguments.events() + " events, model " + model);
            keys = filling.fill(arguments.events());
            server.rest(LONGEST_REST);
        }
        return new FilledStore(FilledHome.keep(work), keys, model);
    }
}
