package io.mnemolite.e2e;

import java.util.List;

/** Options of the JVMs that tests start: those of the launcher and, when coverage is measured, the agent that measures. */
public final class JvmFlags {

    private static final String FLAGS = System.getProperty("mnemolite.jvm.flags");

    private JvmFlags() {}

    public static List<String> all() {
        return List.of(FLAGS.split(" "));
    }

    /** Of a JVM with an agent no archive of classes can be made. */
    public static boolean haveAgent() {
        return FLAGS.contains("-javaagent");
    }
}
