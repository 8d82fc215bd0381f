/** What a host decides once about its process: periods, evidence, freezes. Callers make these values. */
@NullMarked
@Value.Style(allowedClasspathAnnotations = Generated.class)
package org.gridrollout.core.policy;

import javax.annotation.processing.Generated;
import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
