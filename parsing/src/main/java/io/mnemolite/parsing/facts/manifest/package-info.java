/** Files that tell what the imports of other files mean: go.mod, package.json, tsconfig.json, pyproject.toml and Cargo.toml, as facts. */
@NullMarked
package io.mnemolite.parsing.facts.manifest;

import org.jspecify.annotations.NullMarked;
