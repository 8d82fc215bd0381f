package org.gridrollout.core.engine;

import java.util.Optional;
import org.gridrollout.api.software.ProductId;

/**
 * What the registry keeps of a component.
 *
 * @param product whose it is; absent if it was given up
 */
record ComponentEntry(Optional<ProductId> product) {}
