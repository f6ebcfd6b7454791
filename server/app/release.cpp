#include <ostream>

#include "server/app/civil_date.h"
#include "server/app/commands.h"
#include "server/app/reach.h"
#include "server/storage/backup.h"

namespace bredvid::app {
namespace {

const char* scope_name(wire::Scope scope) {
  switch (scope) {
    case wire::Scope::half_year:
      return "half_year";
    case wire::Scope::year:
      return "year";
    case wire::Scope::span:
      break;
  }
  return "span";
}

/// Beside a server that may be running: nothing is changed.
OperatorResult<void> print(const ReleaseOptions& options, const Config& config, std::ostream& out) {
  const auto key = obtain_key(key_source(options.data, config));
  if (!key) return std::unexpected(key.error());
  if (options.list) {
    const auto found = storage::stored_releases(options.data.database(), *key);
    if (!found) return operator_fail(found.error().code, options.data.database().string());
    for (const wire::ReleaseEntry& one : found->releases)
      out << one.release_id.value << ' ' << scope_name(one.scope) << ' ' << format_date(one.first_day) << ' '
          << format_date(one.last_day) << '\n';
    return {};
  }
  const ReleaseId id{options.show ? *options.show : *options.csv};
  const auto found = storage::stored_release(options.data.database(), *key, id);
  if (!found) return operator_fail(found.error().code, "release " + std::to_string(id.value));
  const wire::Blob& bytes = options.show ? found->json : found->csv;
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return {};
}

}  // namespace

OperatorResult<void> run_release(const ReleaseOptions& options, const Clock& clock, std::ostream& out) {
  const auto config = read_config_file(options.data.config());
  if (!config) return std::unexpected(config.error());
  if (options.list || options.show || options.csv) return print(options, *config, out);
  const auto answer = reach(options.data, *config, ReleaseOrder{options.until}, clock);
  if (!answer) return std::unexpected(answer.error());
  const auto& done = std::get<ReleaseDone>(*answer);
  for (const ReleaseId id : done.releases) out << "Published release " << id.value << ".\n";
  if (done.run_on > 0) {
    out << "Not published: fewer than " << config->k
        << " parents stand behind the counts. Nothing is lost; the period runs on.\n";
  }
  return {};
}

}  // namespace bredvid::app
