package io.mnemolite.server.ops.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** What the JVM's flight recorder saw: what threads executed, and where they allocated. */
final class FlightRecording implements AutoCloseable {

    private static final String EXECUTION = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";
    private static final String OURS = "io.mnemolite.";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final Pattern NUMBER = Pattern.compile("[-#]?\\d+");

    private final Recording recording = new Recording();

    FlightRecording() {
        recording.enable(EXECUTION).withPeriod(PERIOD);
        recording.enable(ALLOCATION).with("throttle", "300/s");
        recording.start();
    }

    /**
     * What was seen.
     *
     * @param allocated bytes by the innermost method of ours, or the innermost at all
     */
    record Seen(StackTree stacks, Map<String, Long> allocated) {}

    /** Ends the recording. */
    Seen stop() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("mnemolite-profile", ".jfr");
        try {
            recording.dump(file);
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Seen read(Path file) throws IOException {
        StackTree stacks = new StackTree();
        Map<String, Long> allocated = new HashMap<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (stack == null) {
                    continue;
                }
                switch (event.getEventType().getName()) {
                    case EXECUTION -> stacks.add(frames(event.getThread("sampledThread"), stack));
                    case ALLOCATION -> allocated.merge(site(stack), event.getLong("weight"), Long::sum);
                    default -> {}
                }
            }
        }
        return new Seen(stacks, allocated);
    }

    /** The thread's name without its number, then the frames from the outermost. */
    private static List<String> frames(RecordedThread thread, RecordedStackTrace stack) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrame frame : stack.getFrames()) {
            frames.add(name(frame));
        }
        String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
        String group = NUMBER.matcher(name).replaceAll("").strip();
        frames.add(group.isEmpty() ? "virtual threads" : group);
        Collections.reverse(frames);
        return frames;
    }

    private static String site(RecordedStackTrace stack) {
        List<RecordedFrame> frames = stack.getFrames();
        return frames.stream()
                .map(FlightRecording::name)
                .filter(name -> name.startsWith(OURS))
                .findFirst()
                .orElseGet(() -> frames.isEmpty() ? "unknown" : name(frames.getFirst()));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    @Override
    public void close() {
        recording.close();
    }
}
