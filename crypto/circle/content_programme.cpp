#include "crypto/circle/content_programme.h"

#include <algorithm>

namespace bredvid::circle {
namespace {

constexpr std::size_t kPhaseSize = 3;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool id_is_good(std::string_view id) {
  return !id.empty() && is_letter(id.front()) &&
         std::ranges::all_of(id, [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

std::string decode_name(tls::Reader& reader, std::size_t least_code_points) {
  const ByteView bytes = reader.opaque_view(4 * kMaxProgrammeNameCodePoints);
  const auto length = utf8_length(bytes);
  const bool one_line = std::ranges::none_of(bytes, [](std::uint8_t byte) { return byte < 0x20 || byte == 0x7f; });
  if (!length || *length < least_code_points || *length > kMaxProgrammeNameCodePoints || !one_line) {
    reader.fail(CryptoError::malformed);
  }
  return {bytes.begin(), bytes.end()};
}

ProgrammePhase decode_phase(tls::Reader& reader) {
  const ProgrammePhase phase{reader.u8(), reader.u8(), reader.u8()};
  const bool good = phase.least_weeks >= 1 && phase.least_weeks <= phase.most_weeks &&
                    phase.most_weeks <= kMaxPhaseWeeks && phase.check_in_every_weeks <= kMaxCheckInWeeks;
  if (!good) reader.fail(CryptoError::malformed);
  return phase;
}

bool range_is_good(const Programme& programme) {
  if (programme.most == 0) return programme.least == 0;
  return programme.least >= 1 && programme.least <= programme.most && programme.most <= kMaxConversations;
}

bool phase_is_good(const Programme& programme) {
  return programme.phases.empty() ? programme.phase == 0
                                  : programme.phase >= 1 && programme.phase <= programme.phases.size();
}

}  // namespace

void encode_programme(tls::Writer& writer, const Programme& programme) {
  writer.opaque(bytes_of(programme.id));
  writer.opaque(bytes_of(programme.sv));
  writer.opaque(bytes_of(programme.en));
  writer.opaque(bytes_of(programme.ar));
  writer.u8(programme.least);
  writer.u8(programme.most);
  writer.vector([&](tls::Writer& inner) {
    for (const ProgrammePhase& phase : programme.phases) {
      inner.u8(phase.least_weeks);
      inner.u8(phase.most_weeks);
      inner.u8(phase.check_in_every_weeks);
    }
  });
  writer.u8(programme.phase);
  writer.u32(programme.since_day);
  writer.u8(programme.feedback ? 1 : 0);
  writer.u32(programme.revision);
}

Programme decode_programme(tls::Reader& reader) {
  Programme programme;
  const ByteView id = reader.opaque_view(kMaxProgrammeIdSize);
  programme.id.assign(id.begin(), id.end());
  programme.sv = decode_name(reader, 1);
  programme.en = decode_name(reader, 0);
  programme.ar = decode_name(reader, 0);
  programme.least = reader.u8();
  programme.most = reader.u8();
  reader.vector([&](tls::Reader& inner) { programme.phases.push_back(decode_phase(inner)); }, kMaxPhases * kPhaseSize);
  programme.phase = reader.u8();
  programme.since_day = reader.u32();
  const std::uint8_t feedback = reader.u8();
  programme.feedback = feedback == 1;
  programme.revision = reader.u32();
  if (!id_is_good(programme.id) || !range_is_good(programme) || !phase_is_good(programme) ||
      programme.since_day >= kDayLimit || feedback > 1 || programme.revision == 0) {
    reader.fail(CryptoError::malformed);
  }
  return programme;
}

}  // namespace bredvid::circle
