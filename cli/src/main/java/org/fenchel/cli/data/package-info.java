/**
 * The data that commands read: files and known data sets, their columns and rows, rows held out; and the command
 * {@code data}.
 */
@NullMarked
package org.fenchel.cli.data;

import org.jspecify.annotations.NullMarked;
