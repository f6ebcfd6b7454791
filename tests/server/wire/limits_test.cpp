// The schema's sizes and counts: at the limit a frame is read, one above it is refused.
#include "server/wire/limits.h"

#include <gtest/gtest.h>

#include "server/webauthn/limits.h"
#include "server/wire/codec.h"
#include "tests/server/wire/examples.h"

namespace bredvid::wire {
namespace {

bool client_reads(ClientFrame frame) {
  return decode_client(encode(frame)).has_value();
}
bool server_reads(ServerFrame frame) {
  return decode_server(encode(frame)).has_value();
}

TEST(WireLimits, Commits) {
  const auto of = [](std::size_t size) { return SendCommit{{1}, {}, {}, {0}, counted(size, 1), {}, {}}; };
  EXPECT_FALSE(client_reads(of(0)));
  EXPECT_TRUE(client_reads(of(kMaxCommitBytes - 1)));
  EXPECT_TRUE(client_reads(of(kMaxCommitBytes)));
  EXPECT_FALSE(client_reads(of(kMaxCommitBytes + 1)));
}

TEST(WireLimits, SealedPackagesAndTheirNumber) {
  const auto of = [](std::size_t count, std::size_t size) {
    return SlipRefresh{{1}, {}, {0}, std::vector<Sealed>(count, Sealed{{1}, counted(size, 1)})};
  };
  EXPECT_TRUE(client_reads(of(1, kMaxSealedBytes)));
  EXPECT_FALSE(client_reads(of(1, kMaxSealedBytes + 1)));
  EXPECT_TRUE(client_reads(of(kMaxLiveSlips - 1, 5)));
  EXPECT_TRUE(client_reads(of(kMaxLiveSlips, kMaxSealedBytes)));
  EXPECT_FALSE(client_reads(of(kMaxLiveSlips + 1, 5)));
}

TEST(WireLimits, RemovedDevices) {
  const auto of = [](std::size_t count) {
    return SendCommit{{1}, {}, {}, {0}, counted(1, 1), {}, std::vector<DeviceId>(count)};
  };
  EXPECT_TRUE(client_reads(of(kMaxRemoved)));
  EXPECT_FALSE(client_reads(of(kMaxRemoved + 1)));
}

TEST(WireLimits, TagSets) {
  const auto of = [](std::size_t count) {
    return Tally{{1}, {}, {1}, Counted::of(Contact::visit), std::vector<TagSet>(count)};
  };
  EXPECT_FALSE(client_reads(of(0)));
  EXPECT_TRUE(client_reads(of(kMaxTagSets)));
  EXPECT_FALSE(client_reads(of(kMaxTagSets + 1)));
}

TEST(WireLimits, SelectorsAndDays) {
  const auto of = [](std::uint32_t selector, std::uint32_t day) {
    return SlipMakeStaff{{1}, {selector}, counted_id<Secret32>(1), Role::lead, {day}};
  };
  EXPECT_TRUE(client_reads(of(kSelectorEnd - 1, kDayEnd - 1)));
  EXPECT_FALSE(client_reads(of(kSelectorEnd, 1)));
  EXPECT_FALSE(client_reads(of(1, kDayEnd)));
}

TEST(WireLimits, Spans) {
  const auto of = [](std::size_t count) { return Spans{{}, std::vector<Span>(count, Span{{1}, {2}, {3}})}; };
  EXPECT_FALSE(server_reads(of(0)));
  EXPECT_TRUE(server_reads(of(kMaxSpans)));
  EXPECT_FALSE(server_reads(of(kMaxSpans + 1)));
}

TEST(WireLimits, Organisations) {
  const auto of = [](std::size_t name, std::size_t hours) {
    return SlipInfo{{1}, Role::lead, {OrgKind::association, std::string(name, 'a'), std::string(hours, 'b')}, {1}, {}};
  };
  EXPECT_FALSE(server_reads(of(0, 0)));
  EXPECT_TRUE(server_reads(of(kMaxOrgNameBytes, kMaxOrgHoursBytes)));
  EXPECT_FALSE(server_reads(of(kMaxOrgNameBytes + 1, 0)));
  EXPECT_FALSE(server_reads(of(1, kMaxOrgHoursBytes + 1)));
}

TEST(WireLimits, OpeningHours) {
  const auto of = [](Opening opening) {
    return SlipInfo{{1}, Role::lead, {OrgKind::association, "a", "", std::move(opening)}, {1}, {}};
  };
  const OpenTime whole_day{kOnHolidays, 0, kMinutesOfDay};
  EXPECT_TRUE(server_reads(of(
      {kMaxAnswerWithin_h, 7, std::vector(kMaxOpenTimes, whole_day), std::vector(kMaxClosedDays, Day{kDayEnd - 1})})));
  EXPECT_FALSE(server_reads(of({kMaxAnswerWithin_h + 1, 7, {}, {}})));
  EXPECT_FALSE(server_reads(of({0, 8, {}, {}})));
  EXPECT_FALSE(server_reads(of({0, 7, std::vector(kMaxOpenTimes + 1, whole_day), {}})));
  EXPECT_FALSE(server_reads(of({0, 7, {}, std::vector(kMaxClosedDays + 1, Day{1})})));
  EXPECT_FALSE(server_reads(of({0, 7, {{kOnHolidays + 1, 0, 1}}, {}})));
  EXPECT_FALSE(server_reads(of({0, 7, {{0, kMinutesOfDay, kMinutesOfDay}}, {}})));
  EXPECT_FALSE(server_reads(of({0, 7, {{0, 0, 0}}, {}})));
  EXPECT_FALSE(server_reads(of({0, 7, {{0, 0, kMinutesOfDay + 1}}, {}})));
  EXPECT_FALSE(server_reads(of({0, 7, {}, {{kDayEnd}}})));
}

TEST(WireLimits, LabelsOfColleaguesAndAssignments) {
  const auto name = [](std::size_t size) { return StaffName{{1}, {}, std::string(size, 'a')}; };
  EXPECT_TRUE(client_reads(name(0)));
  EXPECT_TRUE(client_reads(name(kMaxLabelBytes)));
  EXPECT_FALSE(client_reads(name(kMaxLabelBytes + 1)));
  const auto slip = [](std::size_t size) {
    return SlipMakeStaff{{1}, {1}, counted_id<Secret32>(1), Role::lead, {1}, std::string(size, 'a')};
  };
  EXPECT_TRUE(client_reads(slip(kMaxLabelBytes)));
  EXPECT_FALSE(client_reads(slip(kMaxLabelBytes + 1)));
  const auto assignment = [](std::size_t size) { return AssignmentMake{{1}, {}, std::string(size, 'a'), {}, {1}}; };
  EXPECT_FALSE(client_reads(assignment(0)));
  EXPECT_TRUE(client_reads(assignment(kMaxLabelBytes)));
  EXPECT_FALSE(client_reads(assignment(kMaxLabelBytes + 1)));
}

TEST(WireLimits, StaffAndAssignmentsOfAnOrganisation) {
  const Colleague colleague{{}, Role::coordinator, std::string(kMaxLabelBytes, 'a'), {kDayEnd - 1}};
  const auto staff = [&](std::size_t count) { return Staff{{1}, std::vector(count, colleague)}; };
  EXPECT_TRUE(server_reads(staff(kMaxStaff)));
  EXPECT_FALSE(server_reads(staff(kMaxStaff + 1)));
  const Assignment assignment{
      {}, std::string(kMaxLabelBytes, 'a'), StaffId{}, {kDayEnd - 1}, AssignmentState::withdrawn, {kDayEnd - 1}};
  const auto assignments = [&](std::size_t count) {
    return Assignments{{1}, std::vector(count, assignment), {kDayEnd - 1}};
  };
  EXPECT_TRUE(server_reads(assignments(kMaxAssignments)));
  EXPECT_FALSE(server_reads(assignments(kMaxAssignments + 1)));
}

Programme large_programme() {
  const std::vector<Named> name(kMaxNameLanguages, Named{"sv", std::string(kMaxNamedBytes, 'a')});
  return {std::string(kMaxProgrammeIdBytes, 'a'),
          name,
          kMaxFirstContactWeekdays,
          Range{kMaxRange, kMaxRange},
          std::vector(kMaxPhases, Phase{name, {kMaxRange, kMaxRange}, kMaxCheckInWeeks}),
          true,
          kMaxIndicatorMonths};
}

TEST(WireLimits, ProgrammesOfAnOrganisation) {
  const auto of = [](std::size_t count) { return Programmes{{1}, std::vector(count, large_programme())}; };
  EXPECT_TRUE(server_reads(of(0)));
  EXPECT_TRUE(server_reads(of(kMaxProgrammes))) << "the frame's own limits are just enough";
  EXPECT_FALSE(server_reads(of(kMaxProgrammes + 1)));
  const auto changed = [](auto change) {
    Programmes frame{{1}, {large_programme()}};
    change(frame.programmes.front());
    return server_reads(std::move(frame));
  };
  EXPECT_TRUE(changed([](Programme& p) { p.conversations.reset(); }));
  EXPECT_FALSE(changed([](Programme& p) { p.id += "a"; }));
  EXPECT_FALSE(changed([](Programme& p) { p.id.clear(); }));
  EXPECT_FALSE(changed([](Programme& p) { p.name.clear(); }));
  EXPECT_FALSE(changed([](Programme& p) { p.name.push_back(p.name.front()); }));
  EXPECT_FALSE(changed([](Programme& p) { p.name.front().text += "a"; }));
  EXPECT_FALSE(changed([](Programme& p) { p.name.front().language = "swe"; }));
  EXPECT_FALSE(changed([](Programme& p) { p.first_contact_weekdays = kMaxFirstContactWeekdays + 1; }));
  EXPECT_FALSE(changed([](Programme& p) { p.conversations->least = 0; }));
  EXPECT_FALSE(changed([](Programme& p) { p.conversations->most = kMaxRange + 1; }));
  EXPECT_FALSE(changed([](Programme& p) { p.phases.push_back(p.phases.front()); }));
  EXPECT_FALSE(changed([](Programme& p) { p.phases.front().check_in_every_weeks = kMaxCheckInWeeks + 1; }));
  EXPECT_FALSE(changed([](Programme& p) { p.indicators_after_months = kMaxIndicatorMonths + 1; }));
}

TEST(WireLimits, DoorsAndQueues) {
  const auto take = [](std::size_t doors) { return QueueTake{{1}, std::vector(doors, Selector{kSelectorEnd - 1})}; };
  EXPECT_FALSE(client_reads(take(0)));
  EXPECT_TRUE(client_reads(take(kMaxDoors)));
  EXPECT_FALSE(client_reads(take(kMaxDoors + 1)));
  const auto give = [](std::size_t size) { return WaitGive{{1}, {}, Blob(size)}; };
  EXPECT_FALSE(client_reads(give(kMinWaitSealedBytes - 1)));
  EXPECT_TRUE(client_reads(give(kMinWaitSealedBytes)));
  EXPECT_TRUE(client_reads(give(kMaxWaitSealedBytes)));
  EXPECT_FALSE(client_reads(give(kMaxWaitSealedBytes + 1)));
  const OpenTime whole_day{kOnHolidays, 0, kMinutesOfDay};
  const Organisation largest{
      OrgKind::association, std::string(kMaxOrgNameBytes, 'a'), std::string(kMaxOrgHoursBytes, 'b'),
      Opening{kMaxAnswerWithin_h, 7, std::vector(kMaxOpenTimes, whole_day), std::vector(kMaxClosedDays, Day{1})}};
  const OpenOrganisation open{{0xffff}, largest, 0xffffffff};
  const auto info = [&](std::size_t count) { return DoorInfo{{1}, {kDayEnd - 1}, std::vector(count, open)}; };
  EXPECT_FALSE(server_reads(info(0)));
  EXPECT_TRUE(server_reads(info(kMaxOpenOrganisations)));
  EXPECT_FALSE(server_reads(info(kMaxOpenOrganisations + 1)));
  const auto waiting = [&](std::size_t others) {
    return Waiting{{1}, {}, {1}, largest, 0xffffffff, {kDayEnd - 1}, 1, std::vector(others, open)};
  };
  EXPECT_TRUE(server_reads(waiting(kMaxOpenOrganisations - 1)));
  EXPECT_FALSE(server_reads(waiting(kMaxOpenOrganisations)));
  const auto queue = [](std::size_t rows) {
    return Queue{{1}, std::vector(rows, QueueRow{{kSelectorEnd - 1}, 0xffffffff, {kDayEnd - 1}})};
  };
  EXPECT_TRUE(server_reads(queue(kMaxQueueRows)));
  EXPECT_FALSE(server_reads(queue(kMaxQueueRows + 1)));
}

TEST(WireLimits, PartsOfAttachments) {
  const auto put = [](std::size_t size) { return AttachPut{{1}, {}, {}, 0, Blob(size)}; };
  EXPECT_FALSE(client_reads(put(kMinChunkBytes - 1)));
  EXPECT_TRUE(client_reads(put(kMinChunkBytes)));
  EXPECT_TRUE(client_reads(put(kMaxChunkBytes)));
  EXPECT_FALSE(client_reads(put(kMaxChunkBytes + 1)));
  EXPECT_TRUE(server_reads(AttachChunk{{1}, Blob(kMaxChunkBytes)}));
  EXPECT_FALSE(server_reads(AttachChunk{{1}, Blob(kMaxChunkBytes + 1)}));
  const auto begin = [](std::uint32_t chunks) { return AttachBegin{{1}, {}, {}, chunks, 1}; };
  EXPECT_FALSE(client_reads(begin(0)));
  EXPECT_TRUE(client_reads(begin(1)));
  EXPECT_TRUE(client_reads(begin(kMaxChunks)));
  EXPECT_FALSE(client_reads(begin(kMaxChunks + 1)));
}

TEST(WireLimits, Sentences) {
  const auto of = [](std::size_t size) { return Error{{1}, 1, std::string(size, 'a'), 0}; };
  EXPECT_TRUE(server_reads(of(kMaxSentenceBytes)));
  EXPECT_FALSE(server_reads(of(kMaxSentenceBytes + 1)));
}

TEST(WireLimits, CirclesOfADeviceAndItemsOfAFrame) {
  const auto of = [](std::size_t count) {
    return LoginOk{
        {1}, Role::supporter, {OrgKind::association, "x", ""}, std::vector<Circle>(count), std::vector<Span>(kMaxSpans),
        600};
  };
  EXPECT_TRUE(server_reads(of(kMaxCirclesPerDevice))) << "kMaxServerFrameItems is just enough";
  EXPECT_FALSE(server_reads(of(kMaxCirclesPerDevice + 1)));
}

TEST(WireLimits, Releases) {
  const auto listed = [](std::size_t count) { return Releases{{1}, std::vector<ReleaseEntry>(count)}; };
  EXPECT_TRUE(server_reads(listed(kMaxReleasesListed)));
  EXPECT_FALSE(server_reads(listed(kMaxReleasesListed + 1)));
  const auto of = [](std::size_t json, std::size_t csv) { return Release{{1}, Blob(json, 'a'), Blob(csv, 'b')}; };
  EXPECT_TRUE(server_reads(of(kMaxReleaseTextBytes, kMaxReleaseTextBytes)));
  EXPECT_FALSE(server_reads(of(kMaxReleaseTextBytes + 1, 0)));
  EXPECT_FALSE(server_reads(of(0, kMaxReleaseTextBytes + 1)));
}

TEST(WireLimits, Passkeys) {
  using namespace webauthn;
  const auto registration = [](std::size_t client, std::size_t attestation) {
    return PasskeyRegister{{1}, counted(client, 1), counted(attestation, 2)};
  };
  EXPECT_TRUE(client_reads(registration(kMaxClientDataBytes, kMaxAttestationBytes)));
  EXPECT_FALSE(client_reads(registration(0, 1)));
  EXPECT_FALSE(client_reads(registration(1, 0)));
  EXPECT_FALSE(client_reads(registration(kMaxClientDataBytes + 1, 1)));
  EXPECT_FALSE(client_reads(registration(1, kMaxAttestationBytes + 1)));
  const auto sign_in = [](std::size_t id, std::size_t data, std::size_t signature, std::size_t handle) {
    return PasskeySignIn{
        {1}, counted(id, 1), counted(9, 1), counted(data, 1), counted(signature, 1), counted(handle, 1)};
  };
  EXPECT_TRUE(client_reads(sign_in(1, kMinAuthDataBytes, 1, 0)));
  EXPECT_TRUE(client_reads(sign_in(kMaxCredentialIdBytes, kMaxAuthDataBytes, kMaxSignatureBytes, kMaxUserHandleBytes)));
  EXPECT_FALSE(client_reads(sign_in(0, kMinAuthDataBytes, 1, 0)));
  EXPECT_FALSE(client_reads(sign_in(kMaxCredentialIdBytes + 1, kMinAuthDataBytes, 1, 0)));
  EXPECT_FALSE(client_reads(sign_in(1, kMinAuthDataBytes - 1, 1, 0)));
  EXPECT_FALSE(client_reads(sign_in(1, kMaxAuthDataBytes + 1, 1, 0)));
  EXPECT_FALSE(client_reads(sign_in(1, kMinAuthDataBytes, 0, 0)));
  EXPECT_FALSE(client_reads(sign_in(1, kMinAuthDataBytes, kMaxSignatureBytes + 1, 0)));
  EXPECT_FALSE(client_reads(sign_in(1, kMinAuthDataBytes, 1, kMaxUserHandleBytes + 1)));
  const auto wanted = [](std::size_t rp_id, std::vector<Blob> credentials) {
    return PasskeyWanted{
        {1}, Role::lead, {OrgKind::association, "a", ""}, {}, std::string(rp_id, 'a'), {}, std::move(credentials)};
  };
  EXPECT_TRUE(server_reads(wanted(kMaxRpIdBytes, std::vector(kMaxPasskeys, counted(kMaxCredentialIdBytes, 1)))));
  EXPECT_FALSE(server_reads(wanted(0, {})));
  EXPECT_FALSE(server_reads(wanted(kMaxRpIdBytes + 1, {})));
  EXPECT_FALSE(server_reads(wanted(1, std::vector(kMaxPasskeys + 1, counted(1, 1)))));
  EXPECT_FALSE(server_reads(wanted(1, {Blob{}})));
  EXPECT_FALSE(server_reads(wanted(1, {counted(kMaxCredentialIdBytes + 1, 1)})));
}

TEST(WireLimits, WholeFrames) {
  const auto code = [](const auto& decoded) { return decoded ? ErrorCode{} : decoded.error().failure.code; };
  EXPECT_NE(code(decode_client(Blob(kMaxClientFrameBytes, 0))), ErrorCode::frame_too_large);
  EXPECT_EQ(code(decode_client(Blob(kMaxClientFrameBytes + 1, 0))), ErrorCode::frame_too_large);
  EXPECT_NE(code(decode_server(Blob(kMaxServerFrameBytes, 0))), ErrorCode::frame_too_large);
  EXPECT_EQ(code(decode_server(Blob(kMaxServerFrameBytes + 1, 0))), ErrorCode::frame_too_large);
}

}  // namespace
}  // namespace bredvid::wire
