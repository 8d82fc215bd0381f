/**
 * Version orders, and the rules for versions that follow one another. Hosts and rules call the schemes directly, ask
 * {@link VersionSchemes} for them by name, or find them as {@link org.gridrollout.api.spi.VersionScheme} services; nobody
 * extends what is here. A host with another ecosystem implements that interface.
 */
@NullMarked
package org.gridrollout.core.version;

import org.jspecify.annotations.NullMarked;
