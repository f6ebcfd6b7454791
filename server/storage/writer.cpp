#include "server/storage/writer.h"

#include "server/base/log.h"
#include "server/base/metrics.h"
#include "server/storage/attachment_store.h"
#include "server/storage/handlers.h"

namespace bredvid::storage {
namespace {

ErrorCode failure_of(const SqlError& error) {
  return error.primary() == SQLITE_FULL ? ErrorCode::storage_full : ErrorCode::internal;
}

/// SQLite says after each commit how many pages the log holds.
int note_pages(void* target, sqlite3*, const char*, int pages) {
  *static_cast<int*>(target) = pages;
  return SQLITE_OK;
}

}  // namespace

void Writer::work(JobQueue& queue) {
  sqlite3_wal_hook(database_.handle(), note_pages, &pages_in_log_);
  for (;;) {
    sweep_while_idle(queue);
    std::vector<Job> jobs = queue.take(reserve_.low() ? kLowDiskBatch : kMaxBatch);
    if (jobs.empty()) break;
    metrics::server().writer_queue.set(static_cast<std::int64_t>(queue.size()));
    if (dead_) {
      answer_all(jobs, ErrorCode::shutting_down);
      continue;
    }
    // Here and not in run_batch: what found the disk full is tried again without the reserve, not with a new one.
    reserve_.keep();
    run_batch(jobs);
    // However much there is to do: else a busy day would never get rid of anything.
    static_cast<void>(sweep());
  }
  held_up_ = false;
  if (!dead_) checkpoint_if_due(true);
}

Outcome<void> Writer::checkpoint_at_start() {
  try {
    sweep_due_ = has_rubbish(database_);
  } catch (const SqlError& error) {
    return fail(open_failure(error));
  }
  const int code = database_.checkpoint(true, nullptr);
  // Busy: a backup is reading what was there before. The log stays until it is done.
  if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY) return {};
  return fail(open_failure(SqlError(code)));
}

void Writer::run_batch(std::vector<Job>& jobs) {
  std::vector<Ran> ran;
  ran.reserve(jobs.size());
  const auto began = std::chrono::steady_clock::now();
  try {
    database_.run("BEGIN IMMEDIATE");
    if (!run_all(jobs, ran)) {
      roll_back();
      return refuse_or_retry(jobs);
    }
    circles_.flush(database_);
    database_.run("COMMIT");
  } catch (const SqlError& error) {
    if (error.primary() != SQLITE_FULL) {
      die(is_fatal(error) ? "The database can't be read or written." : "A commit failed.");
      return answer_all(jobs, ErrorCode::internal);
    }
    // Nothing of this batch has a commit mark in the log: as if it had never been.
    roll_back();
    return refuse_or_retry(jobs);
  }
  const auto took = std::chrono::steady_clock::now() - began;
  metrics::server().envelopes_deleted.add(circles_.committed());
  count(jobs, ran, took);
  bool scrub = false;
  for (Ran& one : ran) {
    for (auto& action : one.after_commit) action();
    scrub = scrub || one.scrub;
    sweep_due_ = sweep_due_ || one.rubbish;
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done(std::move(ran[i].result));
  checkpoint_if_due(scrub);
}

/// What a commit has done, for the monitor.
void Writer::count(const std::vector<Job>& jobs, const std::vector<Ran>& ran,
                   std::chrono::steady_clock::duration took) {
  metrics::ServerMetrics& numbers = metrics::server();
  numbers.storage_full.set(0);
  numbers.batch_jobs.record(jobs.size());
  numbers.commit_us.record(
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
  numbers.wal_pages.set(pages_in_log_);
  std::uint64_t stored = 0;
  for (const Ran& one : ran) {
    const auto* appended = one.result ? std::get_if<domain::Appended>(&*one.result) : nullptr;
    if (appended != nullptr && appended->fresh) ++stored;
  }
  numbers.envelopes_stored.add(stored);
}

/// The disk is full, and nobody has been answered yet: once more on the reserve, without what grows.
void Writer::refuse_or_retry(std::vector<Job>& jobs) {
  if (reserve_.release()) return run_batch(jobs);
  metrics::server().storage_full.set(1);
  log::write(log::Level::error, "storage_full", {{"jobs", static_cast<std::uint64_t>(jobs.size())}});
  answer_all(jobs, ErrorCode::storage_full);
}

/// False: SQLite gave the whole transaction up (it may, when the disk is full).
bool Writer::run_all(std::vector<Job>& jobs, std::vector<Ran>& ran) {
  for (Job& job : jobs) {
    const bool one_step =
        std::visit([](const auto& one) { return kIsOneStep<std::remove_cvref_t<decltype(one)>>; }, job.request);
    ran.push_back(one_step ? run_one(job.request) : run_in_savepoint(job.request));
    if (!database_.in_transaction()) return false;
  }
  return true;
}

Writer::Ran Writer::run_in_savepoint(domain::StoreRequest& request) {
  // What others have changed must be on their side of the savepoint.
  circles_.flush(database_);
  circles_.begin_job();
  database_.run("SAVEPOINT job");
  Ran ran = run_one(request);
  if (database_.in_transaction()) database_.run("RELEASE job");
  return ran;
}

Writer::Ran Writer::run_one(domain::StoreRequest& request) {
  if (reserve_.refuses(request)) return {fail(ErrorCode::storage_full), {}, false, false};
  Context context{database_, settings_, &keys_, &random_, &circles_, {}, false, false, false};
  domain::StoreResult result;
  bool one_step = false;
  try {
    result = std::visit(
        [&](auto& one) {
          one_step = kIsOneStep<std::remove_cvref_t<decltype(one)>>;
          return handle(context, one);
        },
        request);
  } catch (const SqlError& error) {
    // One step fails for want of room or because something is very wrong.
    const bool full = error.primary() == SQLITE_FULL;
    if (is_fatal(error) || (one_step && !full) || (full && reserve_.held())) throw;
    log::write(log::Level::error, "job_failed", {{"sqlite", static_cast<std::int64_t>(error.code())}});
    result = fail(failure_of(error));
    context.keep = false;
  }
  if (result || context.keep || one_step)
    return {std::move(result), std::move(context.after_commit), context.scrub, context.rubbish};
  if (database_.in_transaction()) database_.run("ROLLBACK TO job");
  circles_.forget_job();
  return {std::move(result), {}, false, false};
}

void Writer::checkpoint_if_due(bool scrub) {
  scrub_due_ = scrub_due_ || scrub;
  const bool truncate = scrub_due_ || reserve_.low() || pages_in_log_ >= kTruncatePages;
  if (!truncate && pages_in_log_ < kCheckpointPages) return;
  // While a backup reads what was there before, the log can't begin anew, and each try costs more the longer it is.
  const auto now = std::chrono::steady_clock::now();
  if (held_up_ && now - tried_ < kHeldUpPause) return;
  tried_ = now;
  const int code = database_.checkpoint(truncate, nullptr);
  held_up_ = (code & 0xff) == SQLITE_BUSY;
  if (code == SQLITE_OK && truncate) pages_in_log_ = 0, scrub_due_ = false;
  // Busy: a reader still needs the log; tried again soon. Full: the log holds everything until there is room, which the
  // reserve may give.
  const int primary = code & 0xff;
  if (code == SQLITE_OK || primary == SQLITE_BUSY) return;
  if (primary == SQLITE_FULL) {
    reserve_.release();
    return log::write(log::Level::error, "checkpoint_storage_full");
  }
  die("A checkpoint failed.");
}

void Writer::sweep_while_idle(JobQueue& queue) {
  while (sweep_due_ && queue.idle() && sweep()) {
  }
}

/// A commit's worth of what attachments that are gone have left behind. False: nothing more can be done now.
bool Writer::sweep() {
  if (dead_ || !sweep_due_) return false;
  try {
    database_.run("BEGIN IMMEDIATE");
    sweep_rubbish(database_);
    sweep_due_ = has_rubbish(database_);
    database_.run("COMMIT");
  } catch (const SqlError& error) {
    if (error.primary() != SQLITE_FULL) {
      die("A commit failed.");
      return false;
    }
    // Overwriting takes room in the log before it gives any: with the reserve gone the log is emptied more often.
    sweep_due_ = true;
    roll_back();
    reserve_.release();
    checkpoint_if_due(false);
    return false;
  }
  checkpoint_if_due(false);
  return !dead_;
}

void Writer::answer_all(std::vector<Job>& jobs, ErrorCode code) {
  for (Job& job : jobs) job.done(fail(code));
}

void Writer::die(std::string_view why) {
  dead_ = true;
  fatal_(why);
}

void Writer::roll_back() {
  circles_.forget_all();
  if (database_.in_transaction()) database_.run("ROLLBACK");
}

}  // namespace bredvid::storage
