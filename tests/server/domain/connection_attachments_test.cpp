// The attachments' frames: who may, what the store is asked, and what its answers become.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/domain/script.h"

namespace bredvid::domain {
namespace {

using wire::Role;

const auto kAttachment = counted_id<AttachmentId>(0x58);

TEST(ConnectionAttachments, MembersMayAndNobodyElse) {
  const wire::ClientFrame kFrames[] = {wire::AttachBegin{{2}, kCircle, kAttachment, 2, 40},
                                       wire::AttachPut{{2}, kCircle, kAttachment, 0, counted(17, 1)},
                                       wire::AttachGet{{2}, kCircle, kAttachment, 0},
                                       wire::AttachDone{{2}, kCircle, kAttachment}};
  for (const wire::ClientFrame& frame : kFrames) {
    for (const Role role : {Role::parent, Role::supporter, Role::coordinator, Role::lead}) {
      Script s;
      s.log_in(role);
      s.frame(*wire::decode_client(wire::encode(frame)));
      const bool may = role != Role::lead;
      EXPECT_EQ(s.last<Submit>().size(), may ? 1U : 0U) << frame.index() << ' ' << static_cast<int>(role);
      if (!may) {
        EXPECT_EQ(s.error(), ErrorCode::not_allowed);
      }
    }
    Script stranger;
    stranger.frame(*wire::decode_client(wire::encode(frame)));
    EXPECT_EQ(stranger.error(), ErrorCode::not_now);
  }
}

TEST(ConnectionAttachments, APartGoesToTheStoreAndItsAnswerComesBack) {
  Script s;
  s.log_in(Role::parent);
  s.frame(wire::AttachPut{{3}, kCircle, kAttachment, 5, counted(300, 1)});
  const auto* put = s.asked<PutChunk>();
  ASSERT_TRUE(put);
  EXPECT_EQ(put->device_id, kDevice);
  EXPECT_EQ(put->circle_id, kCircle);
  EXPECT_EQ(put->attachment_id, kAttachment);
  EXPECT_EQ(put->index, 5U);
  EXPECT_EQ(put->chunk, counted(300, 1));
  s.answer(s.token, wire::AttachAt{{}, 6});
  ASSERT_EQ(s.sent<wire::AttachAt>().size(), 1U);
  EXPECT_EQ(*s.sent<wire::AttachAt>()[0], (wire::AttachAt{{3}, 6}));
  s.frame(wire::AttachGet{{4}, kCircle, kAttachment, 5});
  ASSERT_TRUE(s.asked<GetChunk>());
  s.answer(s.token, wire::AttachChunk{{}, counted(300, 1)});
  ASSERT_EQ(s.sent<wire::AttachChunk>().size(), 1U);
  EXPECT_EQ(*s.sent<wire::AttachChunk>()[0], (wire::AttachChunk{{4}, counted(300, 1)}));
}

TEST(ConnectionAttachments, ARefusalCarriesItsDetail) {
  Script s;
  s.log_in(Role::supporter);
  s.frame(wire::AttachBegin{{3}, kCircle, kAttachment, 2, 40});
  const auto* begin = s.asked<BeginAttachment>();
  ASSERT_TRUE(begin);
  EXPECT_EQ(begin->chunks, 2U);
  EXPECT_EQ(begin->size, 40U);
  s.answer(s.token, fail(ErrorCode::attachment_day_limit, 1234));
  ASSERT_EQ(s.sent<wire::Error>().size(), 1U);
  EXPECT_EQ(*s.sent<wire::Error>()[0], wire::error_frame({3}, {ErrorCode::attachment_day_limit, 1234}));
}

}  // namespace
}  // namespace bredvid::domain
