/**
 * Experiments: published figures and tables made again, each one record that says what is run, what is drawn and what is claimed.
 */
@NullMarked
package org.fenchel.lab;

import org.jspecify.annotations.NullMarked;
