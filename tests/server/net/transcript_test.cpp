// Real input through the real thing: every byte of the transcript arrives, once and in order.
#include "tests/support/transcript.h"

#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

class TranscriptTest : public LiveServer {
 protected:
  Cast cast() {
    return {[this](const std::string& organisation, const std::string& name) { return supporter(name, organisation); },
            [this](const std::string& name) { return somebody(name); }};
  }
};

TEST_F(TranscriptTest, EveryByteArrivesOnceAndInOrder) {
  const auto transcript = read_transcript(BREDVID_TRANSCRIPT);
  const Replayed done = replay(transcript, cast());
  EXPECT_GE(done.messages, 60U);
  EXPECT_GT(done.bytes, 8000U) << "one text alone has 4,000 characters";
}

TEST_F(TranscriptTest, AFileThatIsNoneSaysSo) {
  EXPECT_THROW(static_cast<void>(read_transcript("/nonexistent/transcript.json")), Refused);
}

}  // namespace
}  // namespace bredvid::support
