/** What the relationship fields of Debian's packages mean. Hosts call; nobody implements. */
@NullMarked
@Value.Style(allowedClasspathAnnotations = Generated.class)
package org.gridrollout.core.closure.debian;

import javax.annotation.processing.Generated;
import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
