// Calls as they come from JavaScript: any numbers with any arguments, in any order, on one session.
#include "crypto/bindings/session.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

using bindings::Call;

constexpr int kMostCalls = 24;

// The one call that is slow on purpose (Argon2id); what it makes is not needed to reach the others.
bool is_slow(std::uint8_t number) {
  return number == static_cast<std::uint8_t>(Call::stretch);
}

// A supporter's circle under handle 1.
void open_circle(bindings::Session& session) {
  tls::Writer arguments;
  arguments.fixed(Bytes(16, 1));
  arguments.fixed(Bytes(16, 2));
  arguments.fixed(Bytes(16, 3));
  arguments.u8(2);
  arguments.opaque(bytes_of("Kerstin"));
  const SecretBytes answer = session.call(static_cast<std::uint32_t>(Call::circle_create), arguments.view());
  require(answer.view()[0] == 0, "a session's first circle");
}

}  // namespace

void run(ByteView input) {
  FixedRandom random(8);
  bindings::Session session(random);
  open_circle(session);
  Choices choices(input);
  for (int i = 0; i < kMostCalls && !choices.empty(); ++i) {
    const std::uint8_t number = choices.byte();
    const std::uint8_t size = choices.byte();
    const ByteView arguments = choices.bytes(size < 0xff ? size : choices.number());
    if (is_slow(number)) continue;
    const SecretBytes answer = session.call(number, arguments);
    require(!answer.empty() && answer.view()[0] <= 1, "an answer of neither kind");
    if (answer.view()[0] == 0) continue;
    tls::Reader reader(answer.view().subspan(1));
    (void)reader.opaque_view(64);
    (void)reader.u32();
    require(reader.finish().has_value(), "a failure that can't be read");
  }
}

}  // namespace bredvid::fuzz
