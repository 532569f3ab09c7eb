/**
 * What commands say and how: tables, numbers, JSON, options of output, mistakes in one line, files written whole or
 * not at all.
 */
@NullMarked
package org.fenchel.cli.console;

import org.jspecify.annotations.NullMarked;
