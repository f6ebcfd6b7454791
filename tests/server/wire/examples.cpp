#include "tests/server/wire/examples.h"

#include "server/wire/limits.h"

namespace bredvid::wire {

Blob counted(std::size_t size, std::uint8_t first) {
  Blob out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(first + i);
  return out;
}

Enrolment example_enrolment() {
  return {counted_id<DeviceId>(0x10), counted_array<32>(0x20),    counted_array<64>(0x40),
          counted_id<ShareId>(0x70),  counted_id<Secret32>(0x80), counted_id<Secret32>(0xa0)};
}

namespace {

constexpr RequestId kRid{7};
const auto kCircle = counted_id<CircleId>(0xc0);
const auto kMessage = counted_id<MessageId>(0xd0);

Secret32 token() {
  return counted_id<Secret32>(0xe0);
}

SlipRedeemCircle redeem_circle(bool enrolled) {
  SlipRedeemCircle f{kRid, {1048575}, token(), std::nullopt, kMessage, {3}, counted(40, 1), {}};
  if (enrolled) {
    f.enrolment = example_enrolment();
    f.sealed = {{{24}, counted(30, 2)}, {{65536}, counted(300, 3)}};
  }
  return f;
}

}  // namespace

std::vector<ClientExample> client_examples() {
  std::vector<ClientExample> all;
  const auto add = [&all](const char* name, auto frame) { all.push_back({name, std::move(frame)}); };
  add("ping", Ping{kRid});
  add("login", Login{{256}, counted_id<DeviceId>(0x10), counted_array<64>(0x40)});
  add("slip_open", SlipOpen{kRid, {0}, token()});
  add("slip_redeem_staff", SlipRedeemStaff{kRid, {23}, token(), example_enrolment()});
  add("slip_redeem_circle", redeem_circle(true));
  add("slip_redeem_circle_known_device", redeem_circle(false));
  add("circle_create", CircleCreate{kRid, kCircle});
  add("send", SendMessage{kRid, kCircle, kMessage, {70000}, counted(256, 9)});
  add("commit",
      SendCommit{kRid, kCircle, kMessage, {4}, counted(60, 5), {{{99}, counted(33, 6)}}, {counted_id<DeviceId>(0x30)}});
  add("commit_alone", SendCommit{kRid, kCircle, kMessage, {0}, counted(1, 5), {}, {}});
  add("ack", Ack{{4294967295U}, kCircle, {4294967296ULL}});
  add("slip_make_circle",
      SlipMakeCircle{kRid, {500000}, token(), kCircle, Role::parent, {20780}, {4}, counted(50, 7), std::nullopt});
  add("slip_make_circle_replacing",
      SlipMakeCircle{
          kRid, {500000}, token(), kCircle, Role::parent, {20780}, {4}, counted(50, 7), counted_id<DeviceId>(0x10)});
  add("slip_make_staff", SlipMakeStaff{kRid, {1000}, token(), Role::lead, {20790}, "Åsa B."});
  add("slip_revoke", SlipRevoke{kRid, {1000}});
  add("slip_refresh", SlipRefresh{kRid, kCircle, {5}, {{{12}, counted(24, 8)}}});
  add("circle_leave", CircleLeave{kRid, kCircle});
  add("tally", Tally{kRid,
                     counted_id<TallyId>(0x50),
                     {2},
                     Counted::of(Contact::visit),
                     {{counted_array<32>(1), counted_array<32>(2), counted_array<32>(3)},
                      {counted_array<32>(4), counted_array<32>(5), counted_array<32>(6)}}});
  add("tally_outcome", Tally{kRid, counted_id<TallyId>(0x50), {2}, {Series::closing, 4}, {TagSet{}}});
  add("release_list", ReleaseList{kRid});
  add("release_get", ReleaseGet{kRid, {3}});
  const auto colleague = counted_id<StaffId>(0x90);
  const auto assignment = counted_id<AssignmentId>(0x60);
  add("programmes_get", ProgrammesGet{kRid});
  add("staff_list", StaffList{kRid});
  add("staff_name", StaffName{kRid, colleague, "Åsa B."});
  add("staff_remove", StaffRemove{kRid, colleague});
  add("assignment_make", AssignmentMake{kRid, assignment, "Familj 12", colleague, {20785}});
  add("assignment_make_nobodys", AssignmentMake{kRid, assignment, "Familj 12", std::nullopt, {20785}});
  add("assignment_give", AssignmentGive{kRid, assignment, std::nullopt});
  add("assignment_end", AssignmentEnd{kRid, assignment, AssignmentState::not_carried_out});
  add("assignment_list", AssignmentList{kRid});
  add("talk_ask", TalkAsk{kRid, 1});
  add("talk_had", TalkHad{kRid, colleague});
  add("share_get", ShareGet{kRid, counted_id<ShareId>(0x70), counted_id<Secret32>(0xa0)});
  add("share_change", ShareChange{kRid, counted_id<Secret32>(0x81), counted_id<Secret32>(0xa1)});
  add("passkey_register", PasskeyRegister{kRid, counted(100, 0x7b), counted(200, 0xa3)});
  add("passkey_sign_in",
      PasskeySignIn{kRid, counted(32, 1), counted(100, 0x7b), counted(37, 2), counted(70, 0x30), counted(16, 0x10)});
  add("passkey_sign_in_without_handle",
      PasskeySignIn{kRid, counted(1023, 1), counted(100, 0x7b), counted(37, 2), counted(64, 3), {}});
  add("person_here", PersonHere{kRid});
  const auto wait = counted_id<WaitId>(0xb0);
  add("door_make", DoorMake{kRid, {777777}, token(), {20990}});
  add("wait_begin", WaitBegin{kRid, {777777}, token(), example_enrolment(), {2}, counted_array<32>(0x11)});
  add("wait_switch", WaitSwitch{kRid, {1}});
  add("wait_end", WaitEnd{kRid});
  add("queue_get", QueueGet{kRid});
  add("queue_take", QueueTake{kRid, {{777777}, {24}}});
  add("wait_give", WaitGive{kRid, wait, counted(127, 5)});
  add("wait_back", WaitBack{kRid, wait});
  const auto attachment = counted_id<AttachmentId>(0x58);
  add("attach_begin", AttachBegin{kRid, kCircle, attachment, kMaxChunks, 26'240'000});
  add("attach_put", AttachPut{kRid, kCircle, attachment, 24, counted(300, 6)});
  add("attach_get", AttachGet{kRid, kCircle, attachment, kMaxChunks - 1});
  add("attach_done", AttachDone{kRid, kCircle, attachment});
  return all;
}

std::vector<ServerExample> server_examples() {
  std::vector<ServerExample> all;
  const auto add = [&all](const char* name, auto frame) { all.push_back({name, std::move(frame)}); };
  const Organisation org{OrgKind::municipality, "Krisstöd Åmål", "mån–fre 8–16",
                         Opening{4, 7, {{0, 480, 960}, {7, 600, 1440}}, {{20636}, {20780}}}};
  const std::vector<Span> spans{{{1}, {20727}, {20818}}};
  add("hello", Hello{{}, counted_array<32>(0x33), 1795000000, 1});
  add("ok", Ok{kRid});
  add("login_ok", LoginOk{kRid, Role::supporter, org, {{kCircle, {3}, {12}, {10}}}, spans, 600});
  add("login_ok_without_circles",
      LoginOk{kRid, Role::lead, {OrgKind::association, "Föräldraföreningen", ""}, {}, spans, 600});
  add("slip_info_circle", SlipInfo{kRid, Role::parent, org, {20780}, CircleSlip{kCircle, {2}, counted(77, 4)}});
  add("slip_info_staff", SlipInfo{kRid, Role::supporter, org, {20780}, std::nullopt});
  add("redeemed_circle", Redeemed{kRid, Role::parent, org, JoinedCircle{kCircle, {5}}, spans, 600});
  add("redeemed_staff", Redeemed{kRid, Role::coordinator, org, std::nullopt, spans, 0});
  add("stored", Stored{kRid, {9007199254740991ULL}});
  add("envelope_message", Envelope{{}, kCircle, {6}, EnvelopeKind::message, {3}, counted(256, 1)});
  add("envelope_commit", Envelope{{}, kCircle, {7}, EnvelopeKind::commit, {3}, counted(24, 2)});
  add("spans", Spans{{}, spans});
  add("releases", Releases{kRid,
                           {{{4}, Scope::year, {20454}, {20818}},
                            {{3}, Scope::half_year, {20636}, {20818}},
                            {{2}, Scope::span, {20636}, {20726}}}});
  add("release", Release{kRid, counted(2, 0x7b), counted(5, 0x61)});
  const auto colleague = counted_id<StaffId>(0x90);
  add("programmes_none", Programmes{kRid, {}});
  add("programmes",
      Programmes{kRid,
                 {{"crisis_support", {{"sv", "Krisstöd"}, {"ar", "دعم في الأزمات"}}, 1, Range{3, 5}, {}, true, 6},
                  {"phased_support",
                   {{"sv", "Stöd i faser"}},
                   0,
                   std::nullopt,
                   {{{{"sv", "Uppstart"}}, {1, 4}, 0}, {{{"sv", "Förändring"}, {"en", "Change"}}, {8, 16}, 2}},
                   false,
                   0}}});
  add("staff",
      Staff{kRid, {{colleague, Role::supporter, "Åsa B.", {20781}}, {counted_id<StaffId>(0x91), Role::lead, "", {}}}});
  add("assignments",
      Assignments{
          kRid,
          {{counted_id<AssignmentId>(0x60), "Familj 12", colleague, {20785}, AssignmentState::open, {}},
           {counted_id<AssignmentId>(0x61), "Torsdag", std::nullopt, {20780}, AssignmentState::contacted, {20779}}},
          {20781}});
  add("news", News{});
  add("gone", Gone{{}, kCircle, counted_id<DeviceId>(0x10)});
  add("share", Share{kRid, counted_id<Secret32>(0x80)});
  add("passkey_wanted_first",
      PasskeyWanted{
          kRid, Role::supporter, org, counted_array<32>(0x44), "bredvid.example.se", counted_id<DeviceId>(0x10), {}});
  add("passkey_wanted", PasskeyWanted{kRid,
                                      Role::lead,
                                      org,
                                      counted_array<32>(0x44),
                                      "bredvid.example.se",
                                      counted_id<DeviceId>(0x10),
                                      {counted(32, 1), counted(300, 2)}});
  const auto wait = counted_id<WaitId>(0xb0);
  const Organisation association{OrgKind::association, "Föräldraföreningen", ""};
  add("door_info", DoorInfo{kRid, {20990}, {{{1}, org, 3}, {{2}, association, 0}}});
  add("waiting", Waiting{{}, wait, {1}, org, 2, {20780}, 0, {{{2}, association, 0}}});
  add("waiting_alone", Waiting{kRid, wait, {2}, association, 0, {20781}, 1, {}});
  add("queue", Queue{kRid, {{{777777}, 3, {20780}}, {{24}, 1, {20781}}}});
  add("queue_empty", Queue{{}, {}});
  add("taken", Taken{kRid, wait, {777777}, counted_array<32>(0x11)});
  add("door_opened", DoorOpened{{}, wait, counted(127, 5)});
  add("attach_at", AttachAt{kRid, 25});
  add("attach_chunk", AttachChunk{kRid, counted(kMinChunkBytes, 6)});
  add("error", error_frame(kRid, {ErrorCode::pin_wrong, 9}));
  add("error_unasked", error_frame({}, {ErrorCode::bad_frame, 0}));
  return all;
}

}  // namespace bredvid::wire
