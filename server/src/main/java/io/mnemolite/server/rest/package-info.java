/** HTTP API v1: resources, their wire types and the one mapping from failures to statuses. */
@NullMarked
package io.mnemolite.server.rest;

import org.jspecify.annotations.NullMarked;
