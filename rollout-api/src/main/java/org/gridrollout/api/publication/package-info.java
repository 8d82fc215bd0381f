/**
 * What a package repository is asked to do and what it answers. The core makes change sets; repositories make answers.
 */
@NullMarked
package org.gridrollout.api.publication;

import org.jspecify.annotations.NullMarked;
