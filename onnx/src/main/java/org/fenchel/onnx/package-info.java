/** Fitted models in the Open Neural Network Exchange format. */
@NullMarked
package org.fenchel.onnx;

import org.jspecify.annotations.NullMarked;
