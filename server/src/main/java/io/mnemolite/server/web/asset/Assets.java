package io.mnemolite.server.web.asset;

import io.mnemolite.server.front.UiPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every asset by name; in templates {@code inject:assets}. Nothing is read before it is asked for. Modules import each other
 * by their plain names ({@code './toast.js'}); what is served has the hashed names in their places, hence imports go in one
 * direction only.
 */
@ApplicationScoped
@Named("assets")
public class Assets {

    private static final Pattern IMPORT =
            Pattern.compile("((?:from|import)\\s*\\(?\\s*['\"])\\./([\\w-]+\\.js)(['\"])");

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byHashedName = new HashMap<>();
    private @Nullable Map<String, byte[]> ownFiles;
    private @Nullable Map<String, String> libraries;

    /** The address of the asset of this name, such as {@code /ui/assets/ui-0f3c2ab94411.css}. */
    public String url(String name) {
        return UiPaths.ASSETS + named(name, new LinkedHashSet<>()).hashedName();
    }

    synchronized Optional<Asset> hashed(String hashedName) {
        Asset known = byHashedName.get(hashedName);
        if (known == null) {
            // A browser may hold an address that this process has not made yet.
            int dash = hashedName.lastIndexOf('-');
            int dot = hashedName.lastIndexOf('.');
            String name = dash < 0 || dot < dash ? "" : hashedName.substring(0, dash) + hashedName.substring(dot);
            if (exists(name)) {
                named(name, new LinkedHashSet<>());
                known = byHashedName.get(hashedName);
            }
        }
        return Optional.ofNullable(known);
    }

    private synchronized Asset named(String name, Set<String> importers) {
        Asset known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (!importers.add(name)) {
            throw new IllegalStateException("The modules " + importers + " import each other in a circle");
        }
        Asset asset = new Asset(name, content(name, importers));
        importers.remove(name);
        byName.put(name, asset);
        byHashedName.put(asset.hashedName(), asset);
        return asset;
    }

    private byte[] content(String name, Set<String> importers) {
        byte[] own = ownFiles().get(name);
        if (own != null) {
            return name.endsWith(".js") ? withHashedImports(own, importers) : own;
        }
        String place = libraries().get(name);
        if (place == null) {
            throw new IllegalArgumentException("There is no asset '" + name
                    + "'; put the file into resources/ui, or name the library in ui-libraries.properties.");
        }
        return AssetFiles.read(place);
    }

    private byte[] withHashedImports(byte[] module, Set<String> importers) {
        Matcher matcher = IMPORT.matcher(new String(module, StandardCharsets.UTF_8));
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "./" + named(found.group(2), importers).hashedName() + found.group(3)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean exists(String name) {
        return ownFiles().containsKey(name) || libraries().containsKey(name);
    }

    private Map<String, byte[]> ownFiles() {
        Map<String, byte[]> files = ownFiles;
        if (files == null) {
            files = AssetFiles.own();
            ownFiles = files;
        }
        return files;
    }

    private Map<String, String> libraries() {
        Map<String, String> places = libraries;
        if (places == null) {
            places = AssetFiles.libraries();
            libraries = places;
        }
        return places;
    }
}
