/**
 * The command line: one class a command, progress on standard error, results on standard output.
 */
@NullMarked
package org.fenchel.cli;

import org.jspecify.annotations.NullMarked;
