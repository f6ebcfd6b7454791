// Circles and their logs: order, retries, deletion, expiry, walls.
#include <gtest/gtest.h>
#include <future>

#include "server/domain/mailbox.h"
#include "server/storage/job_queue.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

using CircleStore = StorageTest;

TEST_F(CircleStore, MessagesGetOneOrderAndARetryGetsItsOldPlace) {
  circle();
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2});
  EXPECT_EQ(get<domain::Appended>(message(10, 51, {1})).sequence, Sequence{3});
  const auto again = get<domain::Appended>(message(1, 50, {99}));
  EXPECT_EQ(again.sequence, Sequence{2}) << "before anything else is looked at";
  EXPECT_FALSE(again.fresh);
  EXPECT_EQ(waiting(), 3U);
}

TEST_F(CircleStore, OnlyTheCurrentEpochIsTaken) {
  circle();
  const auto stale = ask(message(1, 50, {0}));
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error(), (Failure{ErrorCode::epoch_stale, 1}));
  EXPECT_EQ(failure(message(1, 51, {2})), "epoch_stale");
  EXPECT_EQ(waiting(), 1U);
}

TEST_F(CircleStore, OneCommitPerEpochWins) {
  circle();
  const auto commit = [&](std::uint32_t from, std::uint32_t id, Epoch epoch) {
    return domain::AppendCommit{numbered<DeviceId>(from), kCircle, numbered<MessageId>(id), epoch, {9}, {}, {}, kNow};
  };
  EXPECT_EQ(get<domain::Appended>(commit(1, 60, {1})).sequence, Sequence{2});
  EXPECT_EQ(failure(commit(10, 61, {1})), "epoch_stale");
  EXPECT_EQ(get<domain::Appended>(commit(1, 60, {1})).sequence, Sequence{2}) << "the winner's retry";
  EXPECT_EQ(get<domain::Appended>(commit(10, 61, {2})).sequence, Sequence{3}) << "the loser rebased";
  const auto login = get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow});
  EXPECT_EQ(login.circles[0].epoch, Epoch{3});
}

TEST_F(CircleStore, OnlyMembersReadAndWrite) {
  circle();
  EXPECT_EQ(failure(message(2, 50, {1})), "not_a_member");
  EXPECT_EQ(failure(domain::FetchEnvelopes{numbered<DeviceId>(2), kCircle, {}, 10}), "not_a_member");
  EXPECT_EQ(failure(domain::Acknowledge{numbered<DeviceId>(2), kCircle, {1}}), "not_a_member");
  EXPECT_EQ(failure(domain::LeaveCircle{numbered<DeviceId>(2), kCircle}), "not_a_member");
  EXPECT_EQ(failure(domain::FetchEnvelopes{numbered<DeviceId>(1), numbered<CircleId>(9), {}, 10}), "circle_unknown");
  EXPECT_EQ(failure(domain::RefreshSlips{numbered<DeviceId>(2), kCircle, {1}, {}, kNow}), "not_a_member");
}

TEST_F(CircleStore, ACircleIsMadeOnce) {
  people();
  EXPECT_EQ(failure(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow}), "no failure");
  EXPECT_EQ(failure(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow}), "no failure") << "its maker's retry";
  EXPECT_EQ(failure(domain::CreateCircle{numbered<DeviceId>(2), kCircle, kNow}), "circle_exists");
}

TEST_F(CircleStore, AnEnvelopeGoesWhenEveryDeviceHasIt) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), kCircle, {2}});
  EXPECT_EQ(waiting(), 1U) << "the joining commit was the parent's own: gone. The message waits for the parent";
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(10), kCircle, {2}});
  EXPECT_EQ(waiting(), 0U);
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(10), kCircle, {1}});
  EXPECT_EQ(failure(domain::Acknowledge{numbered<DeviceId>(10), kCircle, {3}}), "ack_beyond_head");
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2}) << "a late frame of a broken connection";
  EXPECT_EQ(get<domain::Appended>(message(1, 51, {1})).sequence, Sequence{3}) << "no number is given twice";
}

TEST_F(CircleStore, AnAcknowledgementWaitsForOthersToGatherWith) {
  circle();
  const auto began = std::chrono::steady_clock::now();
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(10), kCircle, {1}});
  EXPECT_GE(std::chrono::steady_clock::now() - began, kPatience);
}

TEST_F(CircleStore, ARetryAfterARestartGetsItsOldPlaceWhileTheEnvelopeWaits) {
  circle();
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2});
  reopen();
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2});
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(10), kCircle, {2}});
  reopen();
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2}) << "the sender has not seen its own yet";
  EXPECT_EQ(waiting(), 2U) << "nor the joining commit";
}

TEST_F(CircleStore, AFreshMessageIsGivenBack) {
  circle();
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1}, {4, 5})).blob, (wire::Blob{4, 5}));
  EXPECT_TRUE(get<domain::Appended>(message(1, 50, {1}, {4, 5})).blob.empty()) << "those who are there have it";
}

TEST_F(CircleStore, ManyAtOnceInOneCommitAreAsIfOneByOne) {
  circle();
  // Appends, acknowledgements and a job with a savepoint that fails, all in one group behind the first.
  std::vector<std::string> answers(40);
  std::promise<void> all;
  std::atomic<std::size_t> left = answers.size();
  const auto submit = [&](std::size_t i, domain::StoreRequest request) {
    store->submit(std::move(request), [&, i](domain::StoreResult result) {
      if (!result)
        answers[i] = name(result.error().code);
      else if (const auto* appended = std::get_if<domain::Appended>(&*result))
        answers[i] = std::to_string(appended->sequence.value);
      if (--left == 0) all.set_value();
    });
  };
  for (std::size_t i = 0; i < answers.size(); i += 4) {
    const auto id = static_cast<std::uint32_t>(50 + i);
    submit(i, message(1, id, {1}));
    submit(i + 1,
           domain::AppendCommit{numbered<DeviceId>(1), kCircle, numbered<MessageId>(id + 1), {9}, {9}, {}, {}, kNow});
    submit(i + 2, message(10, id, {1}));
    submit(i + 3, domain::Acknowledge{numbered<DeviceId>(i % 8 == 0 ? 1 : 10), kCircle, {2 + i / 4}});
  }
  all.get_future().wait();
  for (std::size_t i = 0; i < answers.size(); i += 4) {
    EXPECT_EQ(answers[i], std::to_string(2 + i / 4));
    EXPECT_EQ(answers[i + 1], "epoch_stale");
    EXPECT_EQ(answers[i + 2], answers[i]) << "the same id: the same place";
  }
  // Device 1 acknowledged up to 10, device 10 up to 11: 11 waits.
  EXPECT_EQ(waiting(1), 1U);
  reopen();
  EXPECT_EQ(waiting(1), 1U);
  EXPECT_EQ(get<domain::Appended>(message(1, 200, {1})).sequence, Sequence{12});
}

TEST_F(CircleStore, LeavingAndRemovalFreeWhatWaitedForThatDevice) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), kCircle, {2}});
  get<domain::Done>(domain::LeaveCircle{numbered<DeviceId>(10), kCircle});
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(failure(message(10, 52, {1})), "not_a_member");
}

TEST_F(CircleStore, ARemovedDeviceReadsNothingMore) {
  circle();
  const domain::AppendCommit commit{numbered<DeviceId>(1),
                                    kCircle,
                                    numbered<MessageId>(60),
                                    {1},
                                    {9},
                                    {},
                                    {numbered<DeviceId>(10), numbered<DeviceId>(77)},
                                    kNow};
  EXPECT_EQ(get<domain::Appended>(commit).sequence, Sequence{2});
  EXPECT_EQ(failure(domain::FetchEnvelopes{numbered<DeviceId>(10), kCircle, {}, 10}), "not_a_member");
  domain::AppendCommit self = commit;
  self.message_id = numbered<MessageId>(61);
  self.epoch = {2};
  self.removed = {numbered<DeviceId>(1)};
  EXPECT_EQ(failure(self), "not_allowed");
}

TEST_F(CircleStore, EnvelopesExpireAndTheirIdsWithThem) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  EXPECT_EQ(maintained_in(30).envelopes_expired, 0U);
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{2});
  const auto done = get<domain::Maintained>(domain::Maintain{kNow.plus_s(31 * 86400)});
  EXPECT_EQ(done.envelopes_expired, 2U);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {1})).sequence, Sequence{3}) << "nothing is kept for nothing";
}

TEST_F(CircleStore, TheMailboxHasALimitAndAcksMakeRoom) {
  circle();
  const wire::Blob large(24576, 7);
  const std::uint64_t fits = domain::kMaxWaitingBytes / large.size();
  std::uint32_t id = 1000;
  std::uint64_t stored = 0;
  std::promise<std::string> last;
  // All at once, so that they share commits.
  for (std::uint64_t i = 0; i <= fits; ++i) {
    store->submit(message(1, id++, {1}, large), [&, i](domain::StoreResult result) {
      if (result) ++stored;
      if (i == fits) last.set_value(result ? "no failure" : std::string(name(result.error().code)));
    });
  }
  EXPECT_EQ(last.get_future().get(), "mailbox_full");
  EXPECT_EQ(stored, fits);
  for (const std::uint32_t who : {1U, 10U})
    get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(who), kCircle, {2}});
  EXPECT_EQ(failure(message(1, id, {1}, large)), "no failure");
}

TEST_F(CircleStore, FetchesInOrderFromWhereAsked) {
  circle();
  for (std::uint32_t i = 0; i < 10; ++i) get<domain::Appended>(message(1, 50 + i, {1}, {static_cast<std::uint8_t>(i)}));
  const auto found = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(10), kCircle, {4}, 3});
  ASSERT_EQ(found.envelopes.size(), 3U);
  EXPECT_EQ(found.envelopes[0].sequence, Sequence{5});
  EXPECT_EQ(found.envelopes[0].blob, wire::Blob{3});
  EXPECT_EQ(found.envelopes[2].sequence, Sequence{7});
  EXPECT_TRUE(found.more);
}

}  // namespace
}  // namespace bredvid::storage
