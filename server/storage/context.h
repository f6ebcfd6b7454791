// What a job of the writer (or a question of the reader) works with. Internal to storage/.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "crypto/base/random.h"
#include "server/domain/attachments.h"
#include "server/domain/release_rule.h"
#include "server/domain/store.h"
#include "server/storage/circle_cache.h"
#include "server/storage/database.h"
#include "server/storage/guards.h"
#include "server/storage/log_index.h"
#include "server/storage/span_keys.h"

namespace bredvid::storage {

struct Settings {
  std::uint32_t retention_days = 30;
  domain::ReleaseRule release_rule{};
  /// 0: spans are calendar quarters
  std::uint32_t span_days = 0;
  /// of attachments; 0: none are taken
  std::uint32_t attachments_keep_mib = domain::kDefaultKeep_mib;
  /// these two are the writer's and the reader's alike
  std::shared_ptr<Guards> guards = std::make_shared<Guards>(Instant{});
  std::shared_ptr<LogIndex> log = std::make_shared<LogIndex>();
  /// empty: none (reserve.h)
  std::filesystem::path reserve{};
};

struct Context {
  Database& db;
  const Settings& settings;
  /// null for the reader, which never needs them
  SpanKeys* keys = nullptr;
  Random* random = nullptr;
  CircleCache* circles = nullptr;
  /// run after the commit, on the writer's thread; dropped when the job is rolled back
  std::vector<std::move_only_function<void()>> after_commit;
  /// commit what the job did although it answers a Failure: a counted wrong try
  bool keep = false;
  /// something was destroyed: empty the write-ahead log after the commit, so that it isn't left there
  bool scrub = false;
  /// an attachment is gone whose parts have yet to be deleted (attachment_store.h)
  bool rubbish = false;
};

}  // namespace bredvid::storage
