/**
 * Who signed packages, and signing metadata: what a repository finds out about a package's signature, what it asks of it,
 * and the one interface that hosts may implement here, {@link org.gridrollout.filesystem.signature.MetadataSigner}.
 */
@NullMarked
package org.gridrollout.filesystem.signature;

import org.jspecify.annotations.NullMarked;
