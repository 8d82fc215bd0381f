/** Canonical JSON for the API's records, so that stores keep opaque text. Internal to the core. */
@NullMarked
package org.gridrollout.core.codec;

import org.jspecify.annotations.NullMarked;
