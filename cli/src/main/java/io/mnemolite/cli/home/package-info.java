/** The local server: its folder, its state file, its process, its address. */
@NullMarked
package io.mnemolite.cli.home;

import org.jspecify.annotations.NullMarked;
