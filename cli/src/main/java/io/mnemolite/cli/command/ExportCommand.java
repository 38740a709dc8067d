package io.mnemolite.cli.command;

import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.transfer.WholeFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes every event as JSON Lines. */
@Command(
        name = "export",
        description = {
            "Write every memory as JSON Lines: id, time, content, metadata, vector.",
            "A file appears only when it is complete."
        },
        footer = {
            "",
            "Examples:",
            "  mnemolite export backup.jsonl",
            "  mnemolite export | gzip > backup.jsonl.gz",
            "  mnemolite export - | head -3"
        })
public final class ExportCommand extends ServerCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The file; - (the default) writes to standard output.")
    private String file = "-";

    private long events;
    private long bytes;
    private boolean lineOpen;

    public ExportCommand(Surroundings around) {
        super(around);
    }

    /** Takes the bytes as they arrive. */
    private interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        if (file.equals("-")) {
            copy(server, around.out()::write);
            around.out().flush();
            around.err().println("Exported " + Quantity.counted(events, "event") + ".");
            return ExitCode.DONE;
        }
        try (WholeFile target = new WholeFile(Path.of(file))) {
            copy(server, target::write);
            target.commit();
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (options.json()) {
            printJson(Json.object().put("file", file).put("exported", events).put("bytes", bytes));
        } else {
            around.out()
                    .line("Exported " + Quantity.counted(events, "event") + " to " + file + " (" + Quantity.bytes(bytes)
                            + ").");
        }
        return ExitCode.DONE;
    }

    private void copy(ServerConnection server, Sink sink) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream lines = server.open(Routes.EXPORT);
                Progress progress = Progress.of(around, "Exporting", "event")) {
            for (int length = lines.read(buffer); length >= 0; length = lines.read(buffer)) {
                write(sink, buffer, length);
                progress.at(events, Progress.UNKNOWN);
            }
            if (lineOpen) {
                throw new EOFException("the last line is not complete");
            }
        } catch (IOException e) {
            throw server.broken(e);
        }
    }

    /** Failures of the sink are told from those of the connection. */
    private void write(Sink sink, byte[] buffer, int length) {
        try {
            sink.write(buffer, 0, length);
        } catch (IOException e) {
            throw unwritable(e);
        }
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                events++;
            }
        }
        bytes += length;
        lineOpen = length > 0 ? buffer[length - 1] != '\n' : lineOpen;
    }

    private CommandFailure unwritable(IOException cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                file + " cannot be written (" + cause + "). What stood there before is unchanged.",
                cause);
    }
}
