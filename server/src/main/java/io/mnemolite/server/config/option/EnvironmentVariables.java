package io.mnemolite.server.config.option;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment of the process; an empty variable counts as unset. */
public final class EnvironmentVariables implements Source {

    /**
     * What Kubernetes and Docker put into the environment for a service that happens to be called {@code mnemolite}
     * or {@code api}: {@code MNEMOLITE_PORT=tcp://10.0.0.1:8001} and the like. Never meant for us.
     */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp)://.*");

    private final Map<String, String> variables = new TreeMap<>();

    public EnvironmentVariables(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            boolean link = SERVICE_LINK.matcher(name).matches()
                    || SERVICE_ADDRESS.matcher(value).matches();
            if (!link && !value.isBlank()) {
                variables.put(name, value.strip());
            }
        });
    }

    @Override
    public Optional<Setting> find(Option<?> option) {
        return option.environmentNames().stream()
                .flatMap(name ->
                        Optional.ofNullable(variables.get(name))
                                .map(text -> new Setting(text, "environment " + name))
                                .stream())
                .findFirst();
    }

    /**
     * Reports every variable that begins like ours and means nothing.
     *
     * @param others names that other parts of the product read
     */
    public void reportUnknown(OptionCatalog catalog, Set<String> others, Collection<String> problems) {
        List<String> known = catalog.environmentNames().stream()
                .filter(name -> name.startsWith(Option.ENVIRONMENT_PREFIX))
                .toList();
        variables.keySet().stream()
                .filter(name -> name.startsWith(Option.ENVIRONMENT_PREFIX))
                .filter(name -> !known.contains(name) && !others.contains(name))
                .forEach(name -> problems.add("The environment variable " + name + " does not exist"
                        + NearestName.among(known, name)
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse(": unset it, or see --help for those that do.")));
    }
}
