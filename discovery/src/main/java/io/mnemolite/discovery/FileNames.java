package io.mnemolite.discovery;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file's name alone says about it. */
final class FileNames {

    /** Examples without values, such as .env.example, are no secrets. */
    private static final Pattern SECRET = Pattern.compile(
            "\\.env(\\..*)?|.*\\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk|asc|gpg)|id_(rsa|dsa|ecdsa|ed25519)(_.*)?"
                    + "|\\.(netrc|pgpass|htpasswd|npmrc|pypirc|git-credentials|dockercfg)|_netrc|credentials"
                    + "|secrets?\\.(json|ya?ml|toml|properties|env)|.*\\.(tfstate|tfvars)(\\.backup)?"
                    + "|service[-_]account.*\\.json|master\\.key");

    private static final Pattern EXAMPLE = Pattern.compile(".*\\.(example|sample|template|dist|defaults?)");

    private static final Set<String> LOCK_FILES = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "bun.lock",
            "poetry.lock",
            "uv.lock",
            "pipfile.lock",
            "pdm.lock",
            "composer.lock",
            "gemfile.lock",
            "cargo.lock",
            "go.sum",
            "packages.lock.json",
            "gradle.lockfile",
            "podfile.lock",
            "pubspec.lock",
            "mix.lock",
            "flake.lock",
            "package.resolved");

    private static final Set<String> BINARY = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "bmp",
            "ico",
            "webp",
            "avif",
            "tif",
            "tiff",
            "psd",
            "pdf",
            "zip",
            "gz",
            "tgz",
            "bz2",
            "xz",
            "zst",
            "7z",
            "rar",
            "tar",
            "jar",
            "war",
            "ear",
            "class",
            "o",
            "a",
            "so",
            "dylib",
            "dll",
            "exe",
            "lib",
            "obj",
            "pdb",
            "wasm",
            "pyc",
            "pyo",
            "whl",
            "egg",
            "gem",
            "nupkg",
            "mp3",
            "mp4",
            "m4a",
            "mov",
            "avi",
            "mkv",
            "webm",
            "wav",
            "flac",
            "ogg",
            "woff",
            "woff2",
            "ttf",
            "otf",
            "eot",
            "db",
            "sqlite",
            "sqlite3",
            "parquet",
            "onnx",
            "pt",
            "safetensors",
            "gguf",
            "npy",
            "npz",
            "bin",
            "dat",
            "iso",
            "dmg",
            "deb",
            "rpm",
            "apk",
            "docx",
            "xlsx",
            "pptx",
            "odt",
            "ods",
            "keystore");

    private FileNames() {}

    /** Why a file of this name is not indexed; null when nothing in the name speaks against it. */
    static @Nullable SkipReason reason(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SECRET.matcher(lower).matches() && !EXAMPLE.matcher(lower).matches()) {
            return SkipReason.SECRET;
        }
        if (LOCK_FILES.contains(lower)) {
            return SkipReason.LOCK_FILE;
        }
        return BINARY.contains(lower.substring(lower.lastIndexOf('.') + 1)) && lower.indexOf('.') >= 0
                ? SkipReason.BINARY
                : null;
    }
}
