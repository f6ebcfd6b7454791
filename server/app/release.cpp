#include <ostream>

#include "server/app/commands.h"
#include "server/app/reach.h"

namespace bredvid::app {

OperatorResult<void> run_release(const ReleaseOptions& options, const Clock& clock, std::ostream& out) {
  const auto config = read_config_file(options.data.config());
  if (!config) return std::unexpected(config.error());
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
