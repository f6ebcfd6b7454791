#include "server/storage/storage.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "crypto/primitives/system_random.h"
#include "server/base/metrics.h"
#include "server/domain/overload.h"
#include "server/storage/handlers.h"
#include "server/storage/log_check.h"
#include "server/storage/migrator.h"
#include "server/storage/writer.h"

namespace bredvid::storage {
namespace {

void default_fatal(std::string_view why) {
  std::fprintf(stderr, "bredvid: %.*s\n", static_cast<int>(why.size()), why.data());
  std::abort();
}

JobQueue::Pace pace_of(const domain::StoreRequest& request) {
  // Nobody waits for its answer, and if it is lost the same envelopes come once more.
  if (std::holds_alternative<domain::Acknowledge>(request)) return JobQueue::Pace::patient;
  return std::holds_alternative<domain::AppendMessage>(request) || std::holds_alternative<domain::PutChunk>(request)
             ? JobQueue::Pace::quick
             : JobQueue::Pace::ordinary;
}

std::size_t bytes_of(const domain::StoreRequest& request) {
  if (const auto* message = std::get_if<domain::AppendMessage>(&request)) return message->blob.size();
  if (const auto* commit = std::get_if<domain::AppendCommit>(&request)) return commit->commit.size();
  if (const auto* part = std::get_if<domain::PutChunk>(&request)) return part->chunk.size();
  return 0;
}

bool is_question(const domain::StoreRequest& request) {
  return std::visit([](const auto& one) { return kIsQuestion<std::remove_cvref_t<decltype(one)>>; }, request);
}

/// Answers questions one after the other, each in a read transaction of its own: one point in time.
class Reader {
 public:
  Reader(Database database, Settings settings, std::function<void(std::string_view)> fatal)
      : database_(std::move(database)), settings_(settings), fatal_(std::move(fatal)) {}

  void work(JobQueue& queue) {
    for (;;) {
      std::vector<Job> jobs = queue.take(1);
      if (jobs.empty()) return;
      metrics::server().reader_queue.set(static_cast<std::int64_t>(queue.size()));
      const auto began = std::chrono::steady_clock::now();
      auto result = answer(jobs.front().request);
      const auto took = std::chrono::steady_clock::now() - began;
      metrics::server().reader_us.record(
          static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
      jobs.front().done(std::move(result));
    }
  }

 private:
  domain::StoreResult answer(const domain::StoreRequest& request) {
    Context context{database_, settings_, nullptr, nullptr, nullptr, {}, false, false, false};
    domain::StoreResult result = fail(ErrorCode::internal);
    try {
      database_.run("BEGIN");
      std::visit(
          [&](const auto& one) {
            if constexpr (kIsQuestion<std::remove_cvref_t<decltype(one)>>) result = handle(context, one);
          },
          request);
    } catch (const SqlError& error) {
      result = fail(ErrorCode::internal);
      if (is_fatal(error)) fatal_("The database can't be read.");
    }
    sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
    return result;
  }

  Database database_;
  Settings settings_;
  std::function<void(std::string_view)> fatal_;
};

class SqlStorage final : public Storage {
 public:
  SqlStorage(std::unique_ptr<crypto::SystemRandom> random, std::unique_ptr<Writer> writer,
             std::unique_ptr<Reader> reader, std::size_t limit)
      : random_(std::move(random)),
        writer_(std::move(writer)),
        reader_(std::move(reader)),
        changes_(limit),
        questions_(limit),
        writing_([this] { writer_->work(changes_); }),
        reading_([this] { reader_->work(questions_); }) {}
  ~SqlStorage() override { SqlStorage::close(); }

  void submit(domain::StoreRequest request, Completion done) override {
    JobQueue& queue = is_question(request) ? questions_ : changes_;
    if (auto admitted = domain::admit(domain::urgency_of(request), queue.size(), queue.limit()); !admitted)
      return done(std::unexpected(admitted.error()));
    const JobQueue::Pace pace = pace_of(request);
    const std::size_t bytes = bytes_of(request);
    Job job{std::move(request), std::move(done), bytes};
    const JobQueue::Push pushed = queue.push(std::move(job), pace);
    if (pushed == JobQueue::Push::taken) return;
    job.done(pushed == JobQueue::Push::full ? fail(ErrorCode::too_many, domain::kReliefWait_ms)
                                            : fail(ErrorCode::shutting_down));
  }

  void close() override {
    questions_.close();
    if (reading_.joinable()) reading_.join();
    changes_.close();
    if (writing_.joinable()) writing_.join();
  }

 private:
  std::unique_ptr<crypto::SystemRandom> random_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<Reader> reader_;
  JobQueue changes_;
  JobQueue questions_;
  std::thread writing_;
  std::thread reading_;
};

/// An empty file that only its owner may read; SQLite gives the log the same mode.
Outcome<void> make_file(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    ::close(descriptor);
    return {};
  }
  if (errno == EEXIST) return fail(ErrorCode::data_exists);
  return fail(errno == ENOSPC || errno == EDQUOT ? ErrorCode::disk_full : ErrorCode::io_failed);
}

/// Reads every page, and each page's authentication code with it.
Outcome<void> check_undamaged(Database& database) {
  try {
    Query row = database.query("PRAGMA quick_check(1)");
    if (row.next() && row.text(0) == "ok") return {};
    return fail(ErrorCode::database_damaged);
  } catch (const SqlError& error) {
    const ErrorCode code = open_failure(error);
    return fail(code == ErrorCode::key_wrong ? ErrorCode::database_damaged : code);
  }
}

Outcome<std::unique_ptr<Storage>> open_file(OpenOptions& options) {
  auto random = std::make_unique<crypto::SystemRandom>();
  SpanKeys keys(options.span_keys, *random);
  if (const auto ready = keys.prepare(); !ready) return std::unexpected(ready.error());
  if (const auto whole = check_log(options.database); !whole) return std::unexpected(whole.error());
  auto main = Database::open(options.database, options.key, DatabaseRole::writer, options.max_pages);
  if (!main) return std::unexpected(main.error());
  if (const auto sound = check_undamaged(*main); !sound) return std::unexpected(sound.error());
  if (const auto migrated = migrate(*main, embedded_migrations()); !migrated) return std::unexpected(migrated.error());

  const Settings settings{.retention_days = options.retention_days,
                          .release_rule = options.release_rule,
                          .span_days = options.span_days,
                          .attachments_keep_mib = options.attachments_keep_mib,
                          .reserve = options.reserve};
  try {
    settings.log->load(*main);
  } catch (const SqlError& error) {
    return std::unexpected(Failure{open_failure(error)});
  }
  auto writer = std::make_unique<Writer>(std::move(*main), settings, std::move(keys), *random, options.fatal);
  if (const auto copied = writer->checkpoint_at_start(); !copied) return std::unexpected(copied.error());
  auto second = Database::open(options.database, options.key, DatabaseRole::reader, 0);
  if (!second) return std::unexpected(second.error());
  auto reader = std::make_unique<Reader>(std::move(*second), settings, options.fatal);
  return std::make_unique<SqlStorage>(std::move(random), std::move(writer), std::move(reader), options.queue_limit);
}

void remove_file(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix, ignored);
}

}  // namespace

Outcome<std::unique_ptr<Storage>> open(OpenOptions options) {
  if (!options.fatal) options.fatal = default_fatal;
  std::error_code error;
  if (options.mode == OpenMode::existing) {
    const auto size = std::filesystem::file_size(options.database, error);
    // A file of no bytes is no database: SQLite would take it for a new one and any key would fit.
    if (error == std::errc::no_such_file_or_directory || (!error && size == 0)) return fail(ErrorCode::data_missing);
    if (error) return fail(ErrorCode::io_failed);
    auto opened = open_file(options);
    // Even a start writes a little: it must not be refused while the room that was kept for this lies idle.
    if (!opened && opened.error().code == ErrorCode::disk_full && Reserve(options.reserve).release())
      opened = open_file(options);
    return opened;
  }
  if (const auto made = make_file(options.database); !made) return std::unexpected(made.error());
  auto opened = open_file(options);
  // What could not be made whole isn't left half made.
  if (!opened) remove_file(options.database);
  return opened;
}

}  // namespace bredvid::storage
