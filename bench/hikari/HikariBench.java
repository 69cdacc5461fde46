// What pool_bench.cpp measures, of HikariCP: acquire and release alone, and 100 threads on 20 connections that
// are held for a millisecond. Connections are proxies that do nothing, so that only the pool is measured.
// Prints one line: uncontended ns, p99 ms, maximum ms, leases a second.
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

public class HikariBench {
    static final int THREADS = 100, CONNECTIONS = 20, TURNS = 400, ALONE = 2_000_000;

    static Object answer(Class<?> type) {
        if (type == boolean.class) return true;
        if (type == int.class) return 0;
        return null;
    }

    static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
            method.getReturnType() == Connection.class ? stub(Connection.class)
            : method.getReturnType() == java.sql.Statement.class ? stub(java.sql.Statement.class)
            : answer(method.getReturnType())));
    }

    static double alone(HikariDataSource pool) throws Exception {
        long start = 0;
        for (int i = -ALONE; i < ALONE; ++i) {  // the first half warms up
            if (i == 0) start = System.nanoTime();
            pool.getConnection().close();
        }
        return (System.nanoTime() - start) / (double) ALONE;
    }

    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(stub(DataSource.class));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(CONNECTIONS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Thread.sleep(500);
            double alone = alone(pool);
            double[] waits = new double[THREADS * TURNS];
            Thread[] threads = new Thread[THREADS];
            long start = System.nanoTime();
            for (int t = 0; t < THREADS; ++t) {
                int first = t * TURNS;
                threads[t] = new Thread(() -> {
                    for (int turn = 0; turn < TURNS; ++turn) {
                        long asked = System.nanoTime();
                        try (Connection connection = pool.getConnection()) {
                            waits[first + turn] = (System.nanoTime() - asked) / 1e6;
                            LockSupport.parkNanos(1_000_000);
                        } catch (java.sql.SQLException error) {
                            throw new RuntimeException(error);
                        }
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) thread.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(waits);
            System.out.printf(java.util.Locale.ROOT, "%.1f %.2f %.2f %.0f%n", alone, waits[(int) (waits.length * 0.99)],
                waits[waits.length - 1], waits.length / seconds);
        }
    }
}
