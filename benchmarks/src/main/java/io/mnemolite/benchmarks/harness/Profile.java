package io.mnemolite.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Counts the JVM's own execution samples of another process by what is on their stacks. */
public final class Profile {

    private static final Map<String, List<String>> KINDS = kinds();

    private Profile() {}

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("JSON", List.of("com.fasterxml.jackson"));
        kinds.put("SQL", List.of("org.postgresql", "com.zaxxer", "io.mnemolite.postgres"));
        kinds.put("index", List.of("org.apache.lucene", "io.mnemolite.lucene"));
        kinds.put("model", List.of("ai.onnxruntime", "ai.djl"));
        kinds.put("metrics", List.of("io.micrometer", "org.HdrHistogram"));
        kinds.put("ours", List.of("io.mnemolite"));
        kinds.put("Vert.x or Netty", List.of("io.vertx", "io.netty"));
        return kinds;
    }

    /** Samples of each kind, and of all, while {@code load} runs; one sample may be of several kinds. */
    public static Map<String, Long> of(long process, Path recording, Runnable load) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Path here = Path.of("").toAbsolutePath();
        String id = Long.toString(process);
        Machine.output(here, jcmd, id, "JFR.start", "name=benchmark", "settings=profile");
        load.run();
        Machine.output(here, jcmd, id, "JFR.stop", "name=benchmark", "filename=" + recording.toAbsolutePath());
        return count(recording);
    }

    private static Map<String, Long> count(Path recording) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("all", 0L);
        KINDS.keySet().forEach(kind -> counts.put(kind, 0L));
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (!event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    continue;
                }
                counts.merge("all", 1L, Long::sum);
                List<String> classes = event.getStackTrace() == null
                        ? List.of()
                        : event.getStackTrace().getFrames().stream()
                                .filter(RecordedFrame::isJavaFrame)
                                .map(frame -> frame.getMethod().getType().getName())
                                .toList();
                KINDS.forEach((kind, prefixes) -> {
                    Predicate<String> isOfKind = name -> prefixes.stream().anyMatch(name::startsWith);
                    if (classes.stream().anyMatch(isOfKind)) {
                        counts.merge(kind, 1L, Long::sum);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }
}
