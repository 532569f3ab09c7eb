/**
 * What the commands {@code train} have in common, whatever the kind of model: options, penalties, a fit with its
 * progress, the report.
 */
@NullMarked
package org.fenchel.cli.train;

import org.jspecify.annotations.NullMarked;
