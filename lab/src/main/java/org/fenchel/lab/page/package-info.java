/**
 * What an experiment leaves behind: one page that needs no network, a picture and a CSV of each chart.
 */
@NullMarked
package org.fenchel.lab.page;

import org.jspecify.annotations.NullMarked;
