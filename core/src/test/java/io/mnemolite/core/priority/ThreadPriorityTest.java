package io.mnemolite.core.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On other systems nothing is changed, so there is nothing to see. */
@EnabledOnOs(OS.LINUX)
class ThreadPriorityTest {

    @Test
    void take_concernsTheCallingThreadAlone() throws InterruptedException {
        int before = nice();
        List<Integer> lowered = new ArrayList<>();

        Thread.ofPlatform()
                .start(() -> {
                    ThreadPriority.WORK.take();
                    ThreadPriority.WORK.take();
                    lowered.add(nice());
                    ThreadPriority.BACKGROUND.take();
                    lowered.add(nice());
                })
                .join();

        assertThat(lowered).containsExactly(Math.min(before + 5, 19), Math.min(before + 10, 19));
        assertThat(nice()).isEqualTo(before);
    }

    /** The 19th field of the thread's status; the second is a name in parentheses. */
    private static int nice() {
        try {
            String status = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(
                    status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
