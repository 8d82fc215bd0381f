/**
 * Version orders. Hosts and rules call {@link RpmVersionScheme} directly or find it as a
 * {@link org.gridrollout.api.spi.VersionScheme} service; nobody extends it.
 */
@NullMarked
package org.gridrollout.core.version;

import org.jspecify.annotations.NullMarked;
