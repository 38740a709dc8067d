/** Files by which the product is run and built elsewhere: manifests, units, dashboards, workflows. Each name in them must exist. */
@NullMarked
package io.mnemolite.e2e.packaging;

import org.jspecify.annotations.NullMarked;
