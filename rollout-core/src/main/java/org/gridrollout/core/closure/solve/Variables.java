package org.gridrollout.core.closure.solve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gridrollout.core.closure.graph.IntList;

/** Numbers the packages and conditions a search meets, in the order it meets them. */
final class Variables {

    private final int[] ofPackage;
    private final Map<Integer, Integer> ofDemand = new HashMap<>();
    /** The package, or the complement of the demand. */
    private final IntList meanings = new IntList();

    Variables(int packages) {
        ofPackage = new int[packages];
        Arrays.fill(ofPackage, -1);
    }

    int size() {
        return meanings.size();
    }

    int ofPackage(int pack) {
        if (ofPackage[pack] < 0) {
            ofPackage[pack] = meanings.size();
            meanings.add(pack);
        }
        return ofPackage[pack];
    }

    /** The variable that holds if somebody meets the demand. */
    int ofDemand(int demand) {
        Integer known = ofDemand.get(demand);
        if (known != null) {
            return known;
        }
        int variable = meanings.size();
        meanings.add(~demand);
        ofDemand.put(demand, variable);
        return variable;
    }

    /** The package a variable stands for, or -1. */
    int packageOf(int variable) {
        return Math.max(meanings.get(variable), -1);
    }
}
