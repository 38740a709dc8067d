/** The call graphs of TypeScript and Python against tools that know the types, which npm fetches and node runs. */
@NullMarked
package io.mnemolite.benchmarks.callgraph.module;

import org.jspecify.annotations.NullMarked;
