/** What all pages share: the list of pages, the frame around their content, themes, and answers when something is wrong. */
@NullMarked
package io.mnemolite.server.web.layout;

import org.jspecify.annotations.NullMarked;
