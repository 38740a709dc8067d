/** The rules of languages whose names live in modules: Python, JavaScript and TypeScript, Go, and what holds for any other. */
@NullMarked
package io.mnemolite.core.code.resolution.module;

import org.jspecify.annotations.NullMarked;
