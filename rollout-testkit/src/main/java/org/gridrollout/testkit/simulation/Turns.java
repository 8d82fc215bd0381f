package org.gridrollout.testkit.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads that run one at a time and hand on where one of them calls a watched object, in an order that a seed decides: every
 * interleaving of those calls can come, and the same seed gives the same one. Every wait is bounded.
 */
final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** At one call in so many somebody else may come: to change threads takes much longer than a call in memory. */
    private static final int STAYING = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Condition> turns = new ArrayList<>(); // one for each thread, so that only one is woken
    private final ThreadLocal<Integer> runner = new ThreadLocal<>();
    private final List<Integer> running = new ArrayList<>();
    private final Random random;
    private int turn;

    Turns(long seed) {
        this.random = new Random(seed);
    }

    /** The same object, whose every call by one of the threads waits for its turn first. */
    <T> T watched(Class<T> type, T object) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    handOn();
                    try {
                        return method.invoke(object, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Runs all of them to their ends; the first failure of one is the test's. */
    void run(List<Runnable> runners) {
        turns.clear();
        for (int i = 0; i < runners.size(); i++) {
            running.add(i);
            turns.add(lock.newCondition());
        }
        turn = running.get(random.nextInt(running.size()));
        ExecutorService threads = Executors.newFixedThreadPool(runners.size(), Turns::daemon);
        try {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < runners.size(); i++) {
                int number = i;
                started.add(threads.submit(() -> run(number, runners.get(number))));
            }
            for (Future<?> each : started) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("One of several engines failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Several engines were not done after " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void run(int number, Runnable task) {
        runner.set(number);
        lock.lock();
        try {
            await(number);
        } finally {
            lock.unlock();
        }
        try {
            task.run();
        } finally {
            leave(number);
        }
    }

    private void handOn() {
        Integer number = runner.get();
        if (number == null) {
            return; // none of the threads: before or after they run
        }
        lock.lock();
        try {
            if (random.nextInt(STAYING) == 0) {
                next();
            }
            await(number);
        } finally {
            lock.unlock();
        }
    }

    private void leave(int number) {
        lock.lock();
        try {
            running.removeIf(each -> each == number);
            next();
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        if (!running.isEmpty()) {
            turn = running.get(random.nextInt(running.size()));
            turns.get(turn).signal();
        }
    }

    private void await(int number) {
        long left = PATIENCE.toNanos();
        try {
            while (turn != number) {
                if (left <= 0) {
                    throw new AssertionError("Engine " + number + " waited " + PATIENCE + " for its turn");
                }
                left = turns.get(number).awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "engine");
        thread.setDaemon(true); // one that hangs does not keep the build
        return thread;
    }
}
