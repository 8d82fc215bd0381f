/**
 * What a host plugs in. Backend authors and hosts implement these; the testkit has a contract suite for each backend.
 */
@NullMarked
package org.gridrollout.api.spi;

import org.jspecify.annotations.NullMarked;
