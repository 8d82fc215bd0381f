package org.gridrollout.testkit.simulation;

class InMemoryConcurrentProperties extends ConcurrentInvariants {

    @Override
    protected Backends backends() {
        return new InMemoryRolloutProperties().backends();
    }
}
