/**
 * Methods that minimise a problem, one a file; the components of the record are its hyper-parameters. A solver has
 * no clock, prints nothing and does not decide when to stop.
 */
@NullMarked
package org.fenchel.solver;

import org.jspecify.annotations.NullMarked;
