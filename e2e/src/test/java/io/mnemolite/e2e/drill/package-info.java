/** Deployments and rollbacks under traffic, with the packaged product, HAProxy and PostgreSQL. */
@NullMarked
package io.mnemolite.e2e.drill;

import org.jspecify.annotations.NullMarked;
