package io.mnemolite.e2e.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The session that a Markdown page shows.
 *
 * @param files the sources it is about, by their paths
 */
record GuideSession(Map<String, String> files, List<Step> steps) {

    private static final Pattern SOURCE = Pattern.compile("(?ms)^```java\\n// (\\S+)\\n(.*?)^```$");
    private static final Pattern SESSION = Pattern.compile("(?ms)^```session\\n(.*?)^```$");
    private static final String CALL = "> ";
    private static final String COMMAND = "$ ";

    /**
     * What is done.
     *
     * @param action a call of a tool with its arguments, or a command
     * @param answer the lines that it answers
     */
    record Step(String action, List<String> answer) {

        boolean isCommand() {
            return action.startsWith(COMMAND);
        }

        /** The words of a command after the program's name. */
        String[] command() {
            return action.substring(COMMAND.length())
                    .replaceFirst("^mnemolite ", "")
                    .split(" ");
        }

        String tool() {
            return action.substring(CALL.length()).split(" ", 2)[0];
        }

        String arguments() {
            return action.substring(CALL.length()).split(" ", 2)[1];
        }

        /** What the answer must look like: … stands for anything within a line. */
        Pattern expected() {
            return Pattern.compile(answer.stream()
                    .map(line -> Pattern.quote(line).replace("…", "\\E.*\\Q"))
                    .collect(Collectors.joining("\\R")));
        }
    }

    static GuideSession of(String page) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher source = SOURCE.matcher(page);
        while (source.find()) {
            files.put(source.group(1), source.group(2));
        }
        List<Step> steps = new ArrayList<>();
        Matcher session = SESSION.matcher(page);
        while (session.find()) {
            session.group(1).lines().forEach(line -> {
                if (line.startsWith(CALL) || line.startsWith(COMMAND)) {
                    steps.add(new Step(line, new ArrayList<>()));
                } else {
                    steps.getLast().answer().add(line);
                }
            });
        }
        return new GuideSession(files, steps);
    }
}
