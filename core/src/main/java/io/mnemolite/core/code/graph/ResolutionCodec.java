package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.Rule;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What was found in a file as one compressed record: every place, and the questions asked, in which each symbol is written once. */
@SuppressWarnings("EnumOrdinal") // VERSION changes with the order of an enum.
public final class ResolutionCodec {

    /** Changes with the format and with what the resolver finds; a file of another version is resolved anew. */
    public static final int VERSION = 3;

    private ResolutionCodec() {}

    public static byte[] encode(Resolution resolution) {
        Map<SymbolId, Integer> symbols = new LinkedHashMap<>();
        resolution.edges().forEach(edge -> {
            symbols.putIfAbsent(edge.source(), symbols.size());
            symbols.putIfAbsent(edge.target(), symbols.size());
        });
        resolution.unresolved().forEach(site -> symbols.putIfAbsent(site.caller(), symbols.size()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(symbols.size());
            for (SymbolId symbol : symbols.keySet()) {
                out.writeLong(symbol.value().getMostSignificantBits());
                out.writeLong(symbol.value().getLeastSignificantBits());
            }
            out.writeInt(resolution.edges().size());
            for (Edge edge : resolution.edges()) {
                out.writeInt(symbols.getOrDefault(edge.source(), 0));
                out.writeInt(symbols.getOrDefault(edge.target(), 0));
                out.writeByte(edge.kind().ordinal());
                out.writeInt(edge.line());
                out.writeInt(edge.column());
                out.writeByte(edge.rule().ordinal());
                out.writeFloat(edge.confidence());
                out.writeInt(edge.candidates());
            }
            out.writeInt(resolution.unresolved().size());
            for (UnresolvedSite site : resolution.unresolved()) {
                out.writeInt(symbols.getOrDefault(site.caller(), 0));
                out.writeUTF(shortened(site.callee()));
                out.writeUTF(shortened(site.name()));
                out.writeInt(site.line());
                out.writeInt(site.column());
                out.writeByte(site.reason().ordinal());
            }
            long[] keys = resolution.keys();
            out.writeInt(keys.length);
            for (long key : keys) {
                out.writeLong(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A text of some length at most, which no name of people's reaches. */
    private static String shortened(String text) {
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }

    /** Whether the bytes are of this version. */
    public static boolean isCurrent(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == VERSION;
    }

    /** @throws IllegalArgumentException when the bytes are not such a record */
    public static Resolution decode(byte[] bytes) {
        if (!isCurrent(bytes)) {
            throw new IllegalArgumentException("The record does not begin as version " + VERSION + " does.");
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(rest))) {
            List<SymbolId> symbols = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                symbols.add(new SymbolId(new UUID(in.readLong(), in.readLong())));
            }
            List<Edge> edges = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                edges.add(new Edge(
                        symbols.get(in.readInt()),
                        symbols.get(in.readInt()),
                        Edge.Kind.values()[in.readByte()],
                        in.readInt(),
                        in.readInt(),
                        Rule.values()[in.readByte()],
                        in.readFloat(),
                        in.readInt()));
            }
            List<UnresolvedSite> unresolved = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                unresolved.add(new UnresolvedSite(
                        symbols.get(in.readInt()),
                        in.readUTF(),
                        in.readUTF(),
                        in.readInt(),
                        in.readInt(),
                        UnresolvedSite.Reason.values()[in.readByte()]));
            }
            int count = in.readInt();
            // Deflate cannot shrink by more than a factor of 1,032, so a larger claim is a lie.
            if (count < 0 || (long) count * Long.BYTES > 1040L * bytes.length) {
                throw new EOFException("The record claims to hold " + count + " keys");
            }
            long[] keys = new long[count];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = in.readLong();
            }
            return new Resolution(edges, unresolved, keys);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The record is damaged.", e);
        }
    }
}
