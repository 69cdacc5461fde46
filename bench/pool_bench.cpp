// Acquire and release of the pool, alone and by 100 threads on 20 connections that each is held for a
// millisecond, beside a plain pool (a mutex and one condition variable) and, where Java is there, HikariCP.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>
#include <vector>

#include "areas.hpp"
#include "pool/slot.hpp"
#include "schemac/pool.hpp"
#include "schemac/trace_metrics.hpp"
#include "scratch/process.hpp"
#include "scratch/server.hpp"

namespace schemac::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kThreads = 100;
constexpr int kConnections = 20;
constexpr int kTurns = 400;
constexpr int kAlone = 1'000'000;
constexpr int kRuns = 5;
/// A turn is a hold of 1 ms and what sleeping adds to it; four others are before each.
constexpr double kIdealWaitMs = 4.2;

/// What most programs have before they have a pool.
class PlainPool {
 public:
  explicit PlainPool(int size) : idle_(static_cast<std::size_t>(size)) {}

  void acquire() {
    std::unique_lock lock{mutex_};
    freed_.wait(lock, [this] { return idle_ > 0; });
    --idle_;
  }
  void release() {
    {
      std::lock_guard lock{mutex_};
      ++idle_;
    }
    freed_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  std::size_t idle_;
};

/// What was found of one pool.
struct Found {
  double alone_ns = 0;
  double p99_ms = 0;
  double max_ms = 0;
  double per_second = 0;
};

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

/// `turn(held)` acquires, calls `held`, and releases.
template <class Turn>
Found contended(const Turn& turn) {
  std::vector<double> waits(kThreads * kTurns);
  std::vector<std::thread> threads;
  const auto start = Clock::now();
  for (int number = 0; number < kThreads; ++number)
    threads.emplace_back([&, number] {
      for (int i = 0; i < kTurns; ++i) {
        const auto asked = Clock::now();
        turn([&] {
          waits[static_cast<std::size_t>(number * kTurns + i)] = milliseconds(Clock::now() - asked);
          std::this_thread::sleep_for(std::chrono::milliseconds{1});
        });
      }
    });
  for (std::thread& thread : threads) thread.join();
  const double seconds = milliseconds(Clock::now() - start) / 1e3;
  std::sort(waits.begin(), waits.end());
  return {0, waits[waits.size() * 99 / 100], waits.back(), static_cast<double>(waits.size()) / seconds};
}

/// The best of several runs: what disturbs one only adds.
template <class Once>
double alone_ns(const Once& once) {
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const auto start = Clock::now();
    for (int i = 0; i < kAlone; ++i) once();
    best = std::min(best, milliseconds(Clock::now() - start) * 1e6 / kAlone);
  }
  return best;
}

Found measure_ours(Pool& pool) {
  Found found = contended([&](const auto& held) {
    const Lease lease = pool.acquire();
    held();
  });
  found.alone_ns = alone_ns([&] { const Lease lease = pool.acquire(); });
  return found;
}

Found measure_plain() {
  PlainPool pool{kConnections};
  Found found = contended([&](const auto& held) {
    pool.acquire();
    held();
    pool.release();
  });
  found.alone_ns = alone_ns([&] {
    pool.acquire();
    pool.release();
  });
  return found;
}

/// All zero where there is no Java, or no HikariCP.
Found measure_hikari(const Setting& setting) {
  const std::string jars = "/usr/share/java/";
  const std::string path = jars + "HikariCP.jar:" + jars + "slf4j-api.jar:" + jars + "slf4j-nop.jar";
  if (!std::filesystem::exists(jars + "HikariCP.jar")) return {};
  const auto finished = compiler::scratch::run(
      {"java", "-cp", path, setting.source_folder + "/bench/hikari/HikariBench.java"}, setting.work_folder);
  Found found;
  std::istringstream{finished.output} >> found.alone_ns >> found.p99_ms >> found.max_ms >> found.per_second;
  return found;
}

void add(Report& report, const std::string& name, const Found& found) {
  report.add({"pool." + name + ".alone", found.alone_ns, "ns", {}});
  report.add({"pool." + name + ".p99", found.p99_ms, "ms", {}});
  report.add({"pool." + name + ".max", found.max_ms, "ms", {}});
  report.add({"pool." + name + ".per_second", found.per_second, "leases", {}});
}

std::unique_ptr<Pool> full_pool(const std::string& url, std::shared_ptr<Tracer> tracer) {
  PoolOptions options;
  options.min = options.max = kConnections;
  options.tracer = std::move(tracer);
  auto pool = std::make_unique<Pool>(url, options);
  while (pool->status().idle < kConnections) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  return pool;
}

/// What a pool tells a tracer that does nothing; the bench's own acquire and release is the rest.
double traced_ns(const std::string& url, std::shared_ptr<Tracer> tracer) {
  const auto pool = full_pool(url, std::move(tracer));
  return alone_ns([&] { const Lease lease = pool->acquire(); });
}

/// What a statement costs its observer while there is no tracer, beyond noting it for Pool::holders().
double no_tracer_ns(const std::string& url) {
  const PoolOptions options;
  Watchdog watchdog;
  Slot slot{url, options, watchdog};
  const std::string sql = "SELECT 1";
  const Parameters parameters;
  StatementObserver& observer = slot;
  LastStatement note;
  const double observed = alone_ns([&] {
    observer.begins(sql);
    observer.ended(sql, &parameters, nullptr);
  });
  return observed - alone_ns([&] { note.note(sql); });
}

void bench_tracing(const std::string& url, double untraced, Report& report) {
  report.add({"trace.no_tracer", no_tracer_ns(url), "ns", 10});
  report.add({"trace.nothing_done", traced_ns(url, std::make_shared<Tracer>()) - untraced, "ns", {}});
  MetricsTracer metrics;
  Tracer* const tracer = &metrics;
  const double query = alone_ns([&] {
    tracer->queried({"primary", "SELECT 1", nullptr, 0.0001, nullptr, {}});
  });
  report.add({"trace.prometheus_query", query, "ns", 300});
}

}  // namespace

void bench_pool(const Setting& setting, Report& report) {
  compiler::scratch::ScratchServer server;
  const std::string url = server.connection_string();
  const auto pool = full_pool(url, nullptr);
  const Found ours = measure_ours(*pool);
  const Found plain = measure_plain();
  const Found hikari = measure_hikari(setting);
  report.add({"pool.acquire_release", ours.alone_ns, "ns", 150});
  report.add({"pool.p99_to_ideal", ours.p99_ms / kIdealWaitMs, "ratio", 2});
  report.add({"pool.max", ours.max_ms, "ms", 20});
  const double best = std::max(plain.per_second, hikari.per_second);
  report.add({"pool.best_throughput_to_ours", best / ours.per_second, "ratio", 1 / 0.97});
  bench_tracing(url, ours.alone_ns, report);
  add(report, "ours", ours);
  add(report, "plain", plain);
  if (hikari.per_second > 0) add(report, "hikari", hikari);
}

}  // namespace schemac::bench
