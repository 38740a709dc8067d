/** What every scenario needs: measured processes, load generator, corpora, statistics, the report. */
@NullMarked
package io.mnemolite.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
