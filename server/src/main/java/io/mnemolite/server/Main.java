package io.mnemolite.server;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.ConfigurationException;
import io.mnemolite.server.home.Home;
import io.mnemolite.server.ops.LogSettings;
import io.mnemolite.server.wiring.Reembedding;
import io.mnemolite.server.wiring.Started;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/** The entry point: reads the configuration, takes the home directory, starts the parts and the web server beside them. */
@QuarkusMain
public final class Main {

    private static final String REEMBED = "--reembed";
    private static final String TRAIN = "--train";

    private Main() {}

    public static void main(String... arguments) {
        // First, in this thread: two threads that log first at the same time wait for each other for ever.
        LogManager.getLogManager();
        List<String> options = new ArrayList<>(List.of(arguments));
        if (Configuration.asksForHelp(options)) {
            System.out.println(Configuration.help());
            return;
        }
        boolean isReembedding = options.remove(REEMBED);
        boolean isTraining = options.remove(TRAIN);
        try {
            // Its memories are made up: they must not reach a database that the environment names.
            Map<String, String> environment = isTraining ? Map.of() : System.getenv();
            Configuration configuration = Configuration.load(options, environment);
            Home home = Home.take(configuration.storage().home());
            LogSettings.apply(configuration);
            if (isReembedding) {
                Reembedding.run(configuration, home);
                return;
            }
            Started.begin(configuration, home);
            System.setProperty("quarkus.http.host", configuration.http().host());
            System.setProperty(
                    "quarkus.http.port", Integer.toString(configuration.http().port()));
            System.setProperty(
                    "quarkus.http.read-timeout",
                    configuration.http().streamIdleTimeout().toString());
            System.setProperty(Lifecycle.TRAINING, Boolean.toString(isTraining));
            StopSignals.handle();
            Quarkus.run();
        } catch (MnemoliteException e) {
            System.err.println(e.sentence());
            System.exit(e instanceof ConfigurationException ? ConfigurationException.EXIT_CODE : 1);
        }
    }
}
