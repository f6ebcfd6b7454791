// The metrics in Prometheus's text format (0.0.4), coarsened by domain/metrics_rule.h.
//
// Everything that people's doings move, processor time and memory included, is shown as the rule says; exact are only
// the server's own facts (uptime, build, certificate, limits, its own failures). One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/base/clock.h"
#include "server/base/metrics.h"
#include "server/net/process_facts.h"

namespace bredvid::net {

class MetricsText {
 public:
  /// `metrics` must outlive this. `version`: the build's.
  MetricsText(const metrics::ServerMetrics& metrics, Instant started, std::string_view version);
  ~MetricsText();
  MetricsText(const MetricsText&) = delete;
  MetricsText& operator=(const MetricsText&) = delete;

  [[nodiscard]] std::string render(Instant now, const ProcessFacts& facts);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace bredvid::net
