package org.gridrollout.api.spi;

import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.registry.Product;

/**
 * Decides who may. The engine asks it before anything else; authenticating the actor is the host's part. Pure and
 * thread-safe.
 */
public interface Authorizer {

    /**
     * Why the command's actor may not, as a sentence; empty if it may.
     *
     * @param product the product the command is about, if it is about one that is known
     */
    Optional<String> refusal(Command command, Optional<Product> product);
}
