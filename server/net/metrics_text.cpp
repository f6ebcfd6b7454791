#include "server/net/metrics_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <utility>
#include <vector>

#include "server/domain/metrics_rule.h"
#include "server/net/limits.h"
#include "server/wire/frames.h"

namespace bredvid::net {
namespace {

using namespace wire;
using domain::MetricsStep;
using Kind = std::pair<std::uint32_t, std::string_view>;

constexpr std::array<Kind, 44> kClientKinds{{{Ping::kType, "ping"},
                                             {Login::kType, "login"},
                                             {SlipOpen::kType, "slip_open"},
                                             {SlipRedeemStaff::kType, "slip_redeem_staff"},
                                             {SlipRedeemCircle::kType, "slip_redeem_circle"},
                                             {CircleCreate::kType, "circle_create"},
                                             {SendMessage::kType, "send_message"},
                                             {SendCommit::kType, "send_commit"},
                                             {Ack::kType, "ack"},
                                             {SlipMakeCircle::kType, "slip_make_circle"},
                                             {SlipMakeStaff::kType, "slip_make_staff"},
                                             {SlipRevoke::kType, "slip_revoke"},
                                             {SlipRefresh::kType, "slip_refresh"},
                                             {CircleLeave::kType, "circle_leave"},
                                             {Tally::kType, "tally"},
                                             {ReleaseList::kType, "release_list"},
                                             {ReleaseGet::kType, "release_get"},
                                             {ProgrammesGet::kType, "programmes_get"},
                                             {StaffList::kType, "staff_list"},
                                             {StaffName::kType, "staff_name"},
                                             {StaffRemove::kType, "staff_remove"},
                                             {AssignmentMake::kType, "assignment_make"},
                                             {AssignmentGive::kType, "assignment_give"},
                                             {AssignmentEnd::kType, "assignment_end"},
                                             {AssignmentList::kType, "assignment_list"},
                                             {TalkAsk::kType, "talk_ask"},
                                             {TalkHad::kType, "talk_had"},
                                             {ShareGet::kType, "share_get"},
                                             {ShareChange::kType, "share_change"},
                                             {PasskeyRegister::kType, "passkey_register"},
                                             {PasskeySignIn::kType, "passkey_sign_in"},
                                             {PersonHere::kType, "person_here"},
                                             {DoorMake::kType, "door_make"},
                                             {WaitBegin::kType, "wait_begin"},
                                             {WaitSwitch::kType, "wait_switch"},
                                             {WaitEnd::kType, "wait_end"},
                                             {QueueGet::kType, "queue_get"},
                                             {QueueTake::kType, "queue_take"},
                                             {WaitGive::kType, "wait_give"},
                                             {WaitBack::kType, "wait_back"},
                                             {AttachBegin::kType, "attach_begin"},
                                             {AttachPut::kType, "attach_put"},
                                             {AttachGet::kType, "attach_get"},
                                             {AttachDone::kType, "attach_done"}}};
constexpr std::array<Kind, 25> kServerKinds{{{Hello::kType, "hello"},
                                             {Ok::kType, "ok"},
                                             {LoginOk::kType, "login_ok"},
                                             {SlipInfo::kType, "slip_info"},
                                             {Redeemed::kType, "redeemed"},
                                             {Stored::kType, "stored"},
                                             {Envelope::kType, "envelope"},
                                             {Spans::kType, "spans"},
                                             {Releases::kType, "releases"},
                                             {Release::kType, "release"},
                                             {Programmes::kType, "programmes"},
                                             {Staff::kType, "staff"},
                                             {Assignments::kType, "assignments"},
                                             {News::kType, "news"},
                                             {Gone::kType, "gone"},
                                             {Share::kType, "share"},
                                             {PasskeyWanted::kType, "passkey_wanted"},
                                             {DoorInfo::kType, "door_info"},
                                             {Waiting::kType, "waiting"},
                                             {Queue::kType, "queue"},
                                             {Taken::kType, "taken"},
                                             {DoorOpened::kType, "door_opened"},
                                             {AttachAt::kType, "attach_at"},
                                             {AttachChunk::kType, "attach_chunk"},
                                             {Error::kType, "error"}}};
static_assert(kClientKinds.size() == std::variant_size_v<ClientFrame::variant>);
static_assert(kServerKinds.size() == std::variant_size_v<ServerFrame::variant>);

constexpr std::array<std::string_view, metrics::kConnectionStates> kStates{"handshake", "http", "anonymous",
                                                                           "logged_in"};
/// From here on codes are for operators and for the client's own crypto: they are never sent.
constexpr int kFirstUnsentCode = 60;
/// One device moves these by more than one, so their quanta are larger than a crowd.
constexpr std::uint64_t kWalQuantum_pages = 256;
constexpr std::uint64_t kCpuQuantum_s = 20;
constexpr std::uint64_t kMemoryQuantum_bytes = 4 * 1024 * 1024;

/// One line's value that goes up.
struct Series {
  std::string labels;
  std::function<std::uint64_t()> actual;
  domain::ShownCounter shown{};
};
/// One metric that goes up, with its lines.
struct Family {
  std::string_view name;
  std::string_view help;
  std::vector<Series> series;
};
/// A present number.
struct Present {
  std::string_view name;
  std::string_view help;
  std::string labels;
  std::function<std::int64_t(const ProcessFacts&)> actual;
  std::uint64_t quantum = domain::kMetricsCrowd;
  std::uint64_t shown = 0;
};
struct ShownHistogram {
  std::string_view name;
  std::string_view help;
  const metrics::Histogram* actual;
  /// the metric's unit in the histogram's
  double unit = 1;
  std::array<domain::ShownCounter, metrics::Histogram::kBounds + 1> buckets{};
  double sum = 0;
};

std::string label(std::string_view name, std::string_view value) {
  return "{" + std::string(name) + "=\"" + std::string(value) + "\"}";
}

std::string text_of(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

void head(std::string& out, std::string_view name, std::string_view help, std::string_view type) {
  out.append("# HELP ").append(name).append(" ").append(help);
  out.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void line(std::string& out, std::string_view name, std::string_view labels, const std::string& value) {
  out.append(name).append(labels).append(" ").append(value).append("\n");
}

std::uint64_t count_of(const ShownHistogram& histogram) {
  std::uint64_t count = 0;
  for (const auto& bucket : histogram.buckets) count += bucket.shown();
  return count;
}

void step_histogram(ShownHistogram& histogram, MetricsStep step, std::uint64_t crowd) {
  std::uint64_t actual = 0;
  const std::uint64_t before = count_of(histogram);
  for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
    histogram.buckets[i].step(step, histogram.actual->bucket(i), crowd);
    actual += histogram.actual->bucket(i);
  }
  // The true sum would tell of every single value: what is newly shown is given the mean of all.
  const auto more = static_cast<double>(count_of(histogram) - before);
  if (actual > 0) histogram.sum += more * static_cast<double>(histogram.actual->sum()) / static_cast<double>(actual);
}

void write_histogram(std::string& out, const ShownHistogram& histogram) {
  head(out, histogram.name, histogram.help, "histogram");
  const std::string name(histogram.name);
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
    below += histogram.buckets[i].shown();
    const std::string bound = i < metrics::Histogram::kBounds
                                  ? text_of(static_cast<double>(histogram.actual->bounds()[i]) / histogram.unit)
                                  : "+Inf";
    line(out, name + "_bucket", label("le", bound), std::to_string(below));
  }
  line(out, name + "_sum", "", text_of(histogram.sum / histogram.unit));
  line(out, name + "_count", "", std::to_string(below));
}

}  // namespace

struct MetricsText::Impl {
  Impl(const metrics::ServerMetrics& metrics_to_show, Instant start, std::string_view version_text)
      : metrics(metrics_to_show), started(start), version(version_text), calendar(start) {
    add_families();
    add_present();
  }

  void add_counter(std::string_view name, std::string_view help, const metrics::Counter& counter) {
    families.push_back({name, help, {{"", [&counter] { return counter.value(); }}}});
  }

  void add_families() {
    Family& shakes = families.emplace_back("bredvid_handshakes_total", "TLS handshakes.");
    shakes.series.push_back({label("kind", "full"), [this] { return metrics.handshakes_full.value(); }});
    shakes.series.push_back({label("kind", "resumed"), [this] { return metrics.handshakes_resumed.value(); }});
    shakes.series.push_back({label("kind", "failed"), [this] { return metrics.handshakes_failed.value(); }});
    add_counter("bredvid_connections_refused_total",
                "Connections that found no room: they, or the oldest that had not logged in, were closed.",
                metrics.connections_refused);
    Family& in = families.emplace_back("bredvid_frames_in_total", "Frames from clients, by kind.");
    for (const auto& [type, name] : kClientKinds)
      in.series.push_back({label("kind", name), [this, type] { return metrics.frames_in.value(type); }});
    in.series.push_back({label("kind", "unknown"), [this] { return unknown_frames(); }});
    Family& sent = families.emplace_back("bredvid_frames_out_total", "Frames to clients, by kind.");
    for (const auto& [type, name] : kServerKinds)
      sent.series.push_back({label("kind", name), [this, type] { return metrics.frames_out.value(type); }});
    Family& refusals = families.emplace_back("bredvid_refusals_total", "Error frames sent, by code.");
    for (std::uint32_t code = 1; code < kFirstUnsentCode; ++code) {
      if (const auto known = error_code_from(code))
        refusals.series.push_back({label("code", name(*known)), [this, code] { return metrics.refusals.value(code); }});
    }
    Family& answers = families.emplace_back("bredvid_http_answers_total", "Plain HTTP answers, by hundreds.");
    for (std::size_t i = 1; i < 6; ++i)
      answers.series.push_back(
          {label("status", std::to_string(i) + "xx"), [this, i] { return metrics.http_answers.value(i); }});
    add_counter("bredvid_envelopes_stored_total", "Envelopes on disk.", metrics.envelopes_stored);
    add_counter("bredvid_envelopes_delivered_total", "Envelopes given to a device.", metrics.envelopes_delivered);
    add_counter("bredvid_envelopes_deleted_total", "Envelopes deleted because every device had them, or too old.",
                metrics.envelopes_deleted);
    constexpr double us = 1e6;
    histograms.push_back({"bredvid_store_batch_jobs", "Jobs that shared a commit.", &metrics.batch_jobs});
    histograms.push_back(
        {"bredvid_store_commit_seconds", "From a batch's beginning to its synced commit.", &metrics.commit_us, us});
    histograms.push_back(
        {"bredvid_store_reader_seconds", "Answering a question to the store.", &metrics.reader_us, us});
  }

  void add_present() {
    for (std::size_t i = 0; i < kStates.size(); ++i)
      present.push_back({"bredvid_connections", "Open connections, by state.", label("state", kStates[i]),
                         [this, i](const ProcessFacts&) { return metrics.connections[i].value(); }});
    present.push_back({"bredvid_store_queue", "Jobs that wait for the store.", label("queue", "writer"),
                       [this](const ProcessFacts&) { return metrics.writer_queue.value(); }});
    present.push_back({"bredvid_store_queue", "", label("queue", "reader"),
                       [this](const ProcessFacts&) { return metrics.reader_queue.value(); }});
    present.push_back({"bredvid_store_wal_pages", "Pages in the write-ahead log.", "",
                       [this](const ProcessFacts&) { return metrics.wal_pages.value(); }, kWalQuantum_pages});
    present.push_back({"bredvid_process_cpu_seconds", "Processor time used so far.", "",
                       [](const ProcessFacts& f) { return static_cast<std::int64_t>(f.cpu_s); }, kCpuQuantum_s});
    present.push_back({"bredvid_process_resident_bytes", "Resident memory.", "",
                       [](const ProcessFacts& f) { return static_cast<std::int64_t>(f.resident_bytes); },
                       kMemoryQuantum_bytes});
    present.push_back({"bredvid_process_open_files", "Open file descriptors.", "",
                       [](const ProcessFacts& f) { return static_cast<std::int64_t>(f.open_files); }});
  }

  void step(MetricsStep step, const ProcessFacts& facts) {
    const auto logged_in = metrics.connections[static_cast<std::size_t>(metrics::ConnectionState::logged_in)].value();
    const std::uint64_t here = logged_in < 0 ? 0 : static_cast<std::uint64_t>(logged_in);
    const std::uint64_t crowd = std::min(here, here_before);
    here_before = here;
    for (Family& family : families)
      for (Series& series : family.series) series.shown.step(step, series.actual(), crowd);
    for (ShownHistogram& histogram : histograms) step_histogram(histogram, step, crowd);
    show_present(facts);
  }

  void show_present(const ProcessFacts& facts) {
    for (Present& one : present) one.shown = domain::shown_gauge(one.actual(facts), one.quantum);
  }

  void write_exact(std::string& out, Instant now, const ProcessFacts& facts) const {
    const auto exact = [&out](std::string_view name, std::string_view help, std::string_view type, std::int64_t value) {
      head(out, name, help, type);
      line(out, name, "", std::to_string(value));
    };
    head(out, "bredvid_build_info", "What runs.", "gauge");
    line(out, "bredvid_build_info", label("version", version), "1");
    exact("bredvid_uptime_seconds", "Since the start.", "gauge", (now.ms - started.ms) / 1000);
    exact("bredvid_metrics_step_seconds", "Values that people move change this often at most.", "gauge",
          domain::kMetricsStep_ms / 1000);
    exact("bredvid_connections_max", "More open connections than this there are not.", "gauge", kMaxConnections);
    exact("bredvid_process_max_files", "File descriptors that may be open.", "gauge",
          static_cast<std::int64_t>(facts.max_files));
    exact("bredvid_storage_full", "1: the last commit was refused for want of room.", "gauge",
          metrics.storage_full.value());
    if (const std::int64_t end = metrics.certificate_not_after_s.value(); end > 0)
      exact("bredvid_certificate_days_left", "Whole days; negative: it has ended.", "gauge", days_between(now, end));
    exact("bredvid_certificate_reloads_total", "Certificates taken over.", "counter",
          static_cast<std::int64_t>(metrics.certificate_reloads.value()));
    exact("bredvid_certificate_refusals_total", "Certificates not taken over.", "counter",
          static_cast<std::int64_t>(metrics.certificate_refusals.value()));
    exact("bredvid_maintenance_failures_total", "Maintenance that could not be carried out.", "counter",
          static_cast<std::int64_t>(metrics.maintenance_failures.value()));
  }

  static std::int64_t days_between(Instant now, std::int64_t end_s) {
    constexpr std::int64_t day_s = 24 * 60 * 60;
    const std::int64_t left = end_s - now.seconds();
    return left >= 0 ? left / day_s : -((-left + day_s - 1) / day_s);
  }

  std::uint64_t unknown_frames() const {
    std::uint64_t all = 0;
    for (std::size_t type = 0; type <= metrics::kUnknownKind; ++type) {
      if (std::ranges::find(kClientKinds, type, &Kind::first) == kClientKinds.end())
        all += metrics.frames_in.value(type);
    }
    return all;
  }

  const metrics::ServerMetrics& metrics;
  Instant started;
  std::string version;
  domain::MetricsCalendar calendar;
  std::uint64_t here_before = 0;
  bool begun = false;
  std::vector<Family> families;
  std::vector<ShownHistogram> histograms;
  std::vector<Present> present;
};

MetricsText::MetricsText(const metrics::ServerMetrics& metrics, Instant started, std::string_view version)
    : impl_(std::make_unique<Impl>(metrics, started, version)) {}

MetricsText::~MetricsText() = default;

std::string MetricsText::render(Instant now, const ProcessFacts& facts) {
  Impl& impl = *impl_;
  if (!impl.begun) impl.show_present(facts);  // memory and files of a process that has just begun
  impl.begun = true;
  if (const MetricsStep step = impl.calendar.at(now); step != MetricsStep::none) impl.step(step, facts);
  std::string out;
  impl.write_exact(out, now, facts);
  for (const Family& family : impl.families) {
    head(out, family.name, family.help, "counter");
    for (const Series& one : family.series) line(out, family.name, one.labels, std::to_string(one.shown.shown()));
  }
  for (const ShownHistogram& histogram : impl.histograms) write_histogram(out, histogram);
  for (const Present& one : impl.present) {
    if (!one.help.empty() && (&one == impl.present.data() || (&one)[-1].name != one.name))
      head(out, one.name, one.help, "gauge");
    line(out, one.name, one.labels, std::to_string(one.shown));
  }
  return out;
}

}  // namespace bredvid::net
