/** Measures the packaged server: load generator, floor server, scenarios, report. */
@NullMarked
package io.mnemolite.benchmarks;

import org.jspecify.annotations.NullMarked;
