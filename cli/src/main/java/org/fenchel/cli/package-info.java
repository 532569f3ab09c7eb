/**
 * The command line: one class a command, progress on standard error, results on standard output. Each kind of model has a package, and
 * each thing that all kinds share: data, fits, the choice of a penalty, saved models, experiments, the console.
 */
@NullMarked
package org.fenchel.cli;

import org.jspecify.annotations.NullMarked;
