package io.mnemolite.embedding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Tells whether an unpacked file is still what its jar holds. CRC-32 is what jars state already, so that comparing costs
 * a read of the unpacked file and none of the packed one; it finds damage, not malice.
 */
record Fingerprint(long size, long crc) {

    private static final int BLOCK_BYTES = 1 << 20;

    static Fingerprint of(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            while (channel.read(block) >= 0) {
                crc.update(block.flip());
                block.clear();
            }
            return new Fingerprint(channel.size(), crc.getValue());
        }
    }

    static Fingerprint of(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            try (JarFile jar = inJar.getJarFile()) {
                JarEntry entry = jar.getJarEntry(inJar.getEntryName());
                if (entry != null && entry.getSize() >= 0 && entry.getCrc() >= 0) {
                    return new Fingerprint(entry.getSize(), entry.getCrc());
                }
            }
        }
        return read(resource);
    }

    private static Fingerprint read(URL resource) throws IOException {
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = resource.openStream()) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                crc.update(block, 0, count);
                size += count;
            }
        }
        return new Fingerprint(size, crc.getValue());
    }
}
