// A database with something in every table, and every answer that can be asked of it as one text to compare.
#pragma once

#include <sstream>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {

class FilledStorage : public StorageTest {
 protected:
  static constexpr std::uint32_t kCircles = 12;
  static constexpr std::uint32_t kMessagesEach = 12;

  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "bredvid.db"; }
  [[nodiscard]] std::filesystem::path log() const { return folder.path() / "bredvid.db-wal"; }
  static CircleId circle_number(std::uint32_t n) { return numbered<CircleId>(5000 + n); }

  /// Circles with short and long messages, a slip each, counts, and a release.
  void fill() {
    people();
    for (std::uint32_t n = 0; n < kCircles; ++n) {
      get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), circle_number(n), kNow});
      for (std::uint32_t m = 0; m < kMessagesEach; ++m) write(n, n * 100 + m, 64U << (m % 9));
    }
    tallies(1);
    get<domain::Published>(domain::PublishDue{kNow, kToday});
    tallies(2);
  }
  void write(std::uint32_t circle, std::uint32_t id, std::size_t size_bytes) {
    wire::Blob blob(size_bytes);
    for (std::size_t i = 0; i < blob.size(); ++i) blob[i] = static_cast<std::uint8_t>(id + i * 7);
    get<domain::Appended>(domain::AppendMessage{
        numbered<DeviceId>(1), circle_number(circle), numbered<MessageId>(20000 + id), {}, std::move(blob), kNow});
  }
  SpanId open_span() { return get<domain::SpansFound>(domain::ListSpans{}).spans.at(0).span_id; }
  /// Six parents with a visit each: enough to be published.
  void tallies(std::uint8_t salt) {
    for (std::uint8_t parent = 0; parent < 6; ++parent) {
      wire::TagSet tags{counted_array<32>(parent), counted_array<32>(parent), counted_array<32>(parent)};
      get<domain::Done>(domain::AddTally{numbered<DeviceId>(1),
                                         numbered<TallyId>(salt * 100U + parent),
                                         open_span(),
                                         wire::Counted::of(wire::Contact::visit),
                                         {tags},
                                         kNow});
    }
  }

  template <class Reply>
  std::optional<Reply> answer(domain::StoreRequest request, std::ostream& out) {
    auto result = ask(std::move(request));
    if (result) return std::move(std::get<Reply>(*result));
    out << "failed\n";
    return std::nullopt;
  }
  /// Everything that a client or an operator can be told. A line "failed" stands for each refusal.
  std::string everything() {
    std::ostringstream out;
    for (std::uint32_t n = 0; n < kCircles; ++n) {
      const auto found =
          answer<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), circle_number(n), {}, 1000}, out);
      if (!found) continue;
      for (const wire::Envelope& one : found->envelopes)
        out << n << " " << one.sequence.value << " " << one.epoch.value << " " << to_hex(one.blob) << "\n";
    }
    for (const std::uint32_t who : {1U, 2U}) {
      const auto login = answer<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(who), kNow}, out);
      if (login) out << who << " " << login->organisation.name << " circles " << login->circles.size() << "\n";
      if (login)
        for (const wire::Circle& circle : login->circles)
          out << to_hex(circle.circle_id.view()) << " head " << circle.head.value << "\n";
      const auto device = answer<domain::DeviceFound>(domain::FindDevice{numbered<DeviceId>(who)}, out);
      if (device) out << to_hex(std::span<const std::uint8_t>(device->login_key)) << "\n";
    }
    for (const std::uint32_t number : {1U}) {
      const auto release = answer<wire::Release>(domain::GetRelease{{number}}, out);
      if (release) out << to_hex(release->json) << to_hex(release->csv) << "\n";
    }
    const auto spans = answer<domain::SpansFound>(domain::ListSpans{}, out);
    if (spans) out << "spans " << spans->spans.size() << " " << spans->spans.at(0).first_day.value << "\n";
    return out.str();
  }

  /// True when every line of `told` that is not a refusal is a line of the truth.
  static bool nothing_wrong(const std::string& told, const std::string& truth) {
    if (told == truth) return true;
    std::istringstream lines(told);
    for (std::string line; std::getline(lines, line);) {
      if (line != "failed" && ("\n" + truth).find("\n" + line + "\n") == std::string::npos) return false;
    }
    return true;
  }
};

}  // namespace bredvid::storage
