/** The repositories that are indexed, and how more come in: their list, and the page that sends a folder. */
@NullMarked
package io.mnemolite.server.web.code.repository;

import org.jspecify.annotations.NullMarked;
