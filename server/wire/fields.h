// The fields of each frame after its type, in the order of schema/wire.cddl, for reading and writing alike.
// Internal to wire/.
#pragma once

#include <concepts>

#include "server/wire/archive.h"

namespace bredvid::wire {

constexpr std::uint64_t kMax32 = 0xffffffff;
constexpr std::uint64_t kMax16 = 0xffff;

template <class F, class T>
concept Is = std::same_as<std::remove_const_t<F>, T>;

// clang-format off
void fields(auto& a, Is<Span> auto& f)         { a.number(f.span_id, kMax32); a.number(f.first_day, kDayEnd - 1); a.number(f.last_day, kDayEnd - 1); }
void fields(auto& a, Is<Sealed> auto& f)       { a.number(f.selector, kSelectorEnd - 1); a.blob(f.sealed, 1, kMaxSealedBytes); }
void fields(auto& a, Is<Enrolment> auto& f)    { a.fixed(f.device_id); a.fixed(f.login_key); a.fixed(f.proof); a.fixed(f.share_id); a.fixed(f.share); a.fixed(f.share_auth); }
void fields(auto& a, Is<TagSet> auto& f)       { a.fixed(f.tag); a.fixed(f.day_tag); a.fixed(f.year_tag); }
void fields(auto& a, Is<OpenTime> auto& f)     { a.number(f.on, kOnHolidays); a.number(f.from_min, kMinutesOfDay - 1); a.word(f.to_min, 1, kMinutesOfDay); }
void fields(auto& a, Is<Opening> auto& f)      { a.number(f.answer_within_h, kMaxAnswerWithin_h); a.number(f.eves, 7); a.list(f.times, 0, kMaxOpenTimes); a.list(f.closed, 0, kMaxClosedDays); }
void fields(auto& a, Is<Organisation> auto& f) { a.word(f.kind, 1, 2); a.text(f.name, 1, kMaxOrgNameBytes); a.text(f.hours, 0, kMaxOrgHoursBytes); a.nested(f.opening); }
// The series is read first: it says which values there are.
void fields(auto& a, Is<Counted> auto& f)      { a.word(f.series, 1, kSeriesCount); a.word(f.value, 1, value_count(f.series)); }
void fields(auto& a, Is<Circle> auto& f)       { a.fixed(f.circle_id); a.number(f.epoch, kMaxNumber); a.number(f.head, kMaxNumber); a.number(f.acked, kMaxNumber); }
void fields(auto& a, Is<CircleSlip> auto& f)   { a.fixed(f.circle_id); a.number(f.epoch, kMaxNumber); a.blob(f.sealed, 1, kMaxSealedBytes); }
void fields(auto& a, Is<JoinedCircle> auto& f) { a.fixed(f.circle_id); a.number(f.sequence, kMaxNumber); }
void fields(auto& a, Is<OpenOrganisation> auto& f) { a.number(f.number, kMax16); a.nested(f.organisation); a.number(f.waiting, kMax32); }
void fields(auto& a, Is<QueueRow> auto& f)     { a.number(f.selector, kSelectorEnd - 1); a.number(f.waiting, kMax32); a.number(f.since, kDayEnd - 1); }
void fields(auto& a, Is<Colleague> auto& f)    { a.fixed(f.staff_id); a.word(f.role, 2, 4); a.text(f.label, 0, kMaxLabelBytes); a.number(f.talk, kDayEnd - 1); }
void fields(auto& a, Is<Assignment> auto& f)   { a.fixed(f.assignment_id); a.text(f.label, 1, kMaxLabelBytes); a.maybe_fixed(f.staff_id); a.number(f.due, kDayEnd - 1);
                                                 a.word(f.state, 1, 4); a.number(f.ended, kDayEnd - 1); }
void fields(auto& a, Is<Named> auto& f)        { a.text(f.language, 2, 2); a.text(f.text, 1, kMaxNamedBytes); }
void fields(auto& a, Is<Range> auto& f)        { a.word(f.least, 1, kMaxRange); a.word(f.most, 1, kMaxRange); }
void fields(auto& a, Is<Phase> auto& f)        { a.list(f.name, 1, kMaxNameLanguages); a.nested(f.weeks); a.number(f.check_in_every_weeks, kMaxCheckInWeeks); }
void fields(auto& a, Is<Programme> auto& f)    { a.text(f.id, 1, kMaxProgrammeIdBytes); a.list(f.name, 1, kMaxNameLanguages); a.number(f.first_contact_weekdays, kMaxFirstContactWeekdays);
                                                 a.maybe(f.conversations); a.list(f.phases, 0, kMaxPhases); a.word(f.feedback_at_end, 0, 1);
                                                 a.number(f.indicators_after_months, kMaxIndicatorMonths); }
void fields(auto& a, Is<ReleaseEntry> auto& f) { a.number(f.release_id, kMax32); a.word(f.scope, 1, 3); a.number(f.first_day, kDayEnd - 1); a.number(f.last_day, kDayEnd - 1); }

// The request id is handled by the codec: what it may be depends on the direction.
void fields(auto&, Is<Ping> auto&) {}
void fields(auto& a, Is<Login> auto& f)            { a.fixed(f.device_id); a.fixed(f.signature); }
void fields(auto& a, Is<SlipOpen> auto& f)         { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); }
void fields(auto& a, Is<SlipRedeemStaff> auto& f)  { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.nested(f.enrolment); }
void fields(auto& a, Is<SlipRedeemCircle> auto& f) { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.maybe(f.enrolment); a.fixed(f.message_id);
                                                     a.number(f.epoch, kMaxNumber); a.blob(f.commit, 1, kMaxCommitBytes); a.list(f.sealed, 0, kMaxLiveSlips); }
void fields(auto& a, Is<CircleCreate> auto& f)     { a.fixed(f.circle_id); }
void fields(auto& a, Is<SendMessage> auto& f)      { a.fixed(f.circle_id); a.fixed(f.message_id); a.number(f.epoch, kMaxNumber); a.blob(f.blob, 1, kMaxBlobBytes); }
void fields(auto& a, Is<SendCommit> auto& f)       { a.fixed(f.circle_id); a.fixed(f.message_id); a.number(f.epoch, kMaxNumber); a.blob(f.commit, 1, kMaxCommitBytes);
                                                     a.list(f.sealed, 0, kMaxLiveSlips); a.list(f.removed, 0, kMaxRemoved); }
void fields(auto& a, Is<Ack> auto& f)              { a.fixed(f.circle_id); a.number(f.sequence, kMaxNumber); }
void fields(auto& a, Is<SlipMakeCircle> auto& f)   { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.fixed(f.circle_id); a.word(f.role, 1, 4);
                                                     a.number(f.expires, kDayEnd - 1); a.number(f.epoch, kMaxNumber); a.blob(f.sealed, 1, kMaxSealedBytes);
                                                     a.maybe_fixed(f.replaces); }
void fields(auto& a, Is<SlipMakeStaff> auto& f)    { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.word(f.role, 1, 4); a.number(f.expires, kDayEnd - 1);
                                                     a.text(f.label, 0, kMaxLabelBytes); }
void fields(auto& a, Is<SlipRevoke> auto& f)       { a.number(f.selector, kSelectorEnd - 1); }
void fields(auto& a, Is<SlipRefresh> auto& f)      { a.fixed(f.circle_id); a.number(f.epoch, kMaxNumber); a.list(f.sealed, 0, kMaxLiveSlips); }
void fields(auto& a, Is<CircleLeave> auto& f)      { a.fixed(f.circle_id); }
void fields(auto& a, Is<Tally> auto& f)            { a.fixed(f.tally_id); a.number(f.span_id, kMax32); a.nested(f.counted); a.list(f.tags, 1, kMaxTagSets); }
void fields(auto&, Is<ReleaseList> auto&) {}
void fields(auto& a, Is<ReleaseGet> auto& f)       { a.number(f.release_id, kMax32); }
void fields(auto&, Is<ProgrammesGet> auto&) {}
void fields(auto&, Is<StaffList> auto&) {}
void fields(auto& a, Is<StaffName> auto& f)        { a.fixed(f.staff_id); a.text(f.label, 0, kMaxLabelBytes); }
void fields(auto& a, Is<StaffRemove> auto& f)      { a.fixed(f.staff_id); }
void fields(auto& a, Is<AssignmentMake> auto& f)   { a.fixed(f.assignment_id); a.text(f.label, 1, kMaxLabelBytes); a.maybe_fixed(f.staff_id); a.number(f.due, kDayEnd - 1); }
void fields(auto& a, Is<AssignmentGive> auto& f)   { a.fixed(f.assignment_id); a.maybe_fixed(f.staff_id); }
void fields(auto& a, Is<AssignmentEnd> auto& f)    { a.fixed(f.assignment_id); a.word(f.state, 1, 4); }
void fields(auto&, Is<AssignmentList> auto&) {}
void fields(auto& a, Is<TalkAsk> auto& f)          { a.number(f.wanted, 1); }
void fields(auto& a, Is<TalkHad> auto& f)          { a.fixed(f.staff_id); }
void fields(auto& a, Is<ShareGet> auto& f)         { a.fixed(f.share_id); a.fixed(f.share_auth); }
void fields(auto& a, Is<ShareChange> auto& f)      { a.fixed(f.share); a.fixed(f.share_auth); }
void fields(auto& a, Is<PasskeyRegister> auto& f)  { a.blob(f.client_data, 1, webauthn::kMaxClientDataBytes); a.blob(f.attestation, 1, webauthn::kMaxAttestationBytes); }
void fields(auto& a, Is<PasskeySignIn> auto& f)    { a.blob(f.credential_id, 1, webauthn::kMaxCredentialIdBytes); a.blob(f.client_data, 1, webauthn::kMaxClientDataBytes);
                                                     a.blob(f.authenticator_data, webauthn::kMinAuthDataBytes, webauthn::kMaxAuthDataBytes);
                                                     a.blob(f.signature, 1, webauthn::kMaxSignatureBytes); a.blob(f.user_handle, 0, webauthn::kMaxUserHandleBytes); }
void fields(auto&, Is<PersonHere> auto&) {}
void fields(auto& a, Is<DoorMake> auto& f)         { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.number(f.expires, kDayEnd - 1); }
void fields(auto& a, Is<WaitBegin> auto& f)        { a.number(f.selector, kSelectorEnd - 1); a.fixed(f.token); a.nested(f.enrolment); a.number(f.organisation, kMax16); a.fixed(f.wait_key); }
void fields(auto& a, Is<WaitSwitch> auto& f)       { a.number(f.organisation, kMax16); }
void fields(auto&, Is<WaitEnd> auto&) {}
void fields(auto&, Is<QueueGet> auto&) {}
void fields(auto& a, Is<QueueTake> auto& f)        { a.list(f.doors, 1, kMaxDoors); }
void fields(auto& a, Is<WaitGive> auto& f)         { a.fixed(f.wait_id); a.blob(f.sealed, kMinWaitSealedBytes, kMaxWaitSealedBytes); }
void fields(auto& a, Is<WaitBack> auto& f)         { a.fixed(f.wait_id); }
void fields(auto& a, Is<AttachBegin> auto& f)      { a.fixed(f.circle_id); a.fixed(f.attachment_id); a.word(f.chunks, 1, kMaxChunks); a.number(f.size, kMaxNumber); }
void fields(auto& a, Is<AttachPut> auto& f)        { a.fixed(f.circle_id); a.fixed(f.attachment_id); a.number(f.index, kMaxNumber); a.blob(f.chunk, kMinChunkBytes, kMaxChunkBytes); }
void fields(auto& a, Is<AttachGet> auto& f)        { a.fixed(f.circle_id); a.fixed(f.attachment_id); a.number(f.index, kMaxNumber); }
void fields(auto& a, Is<AttachDone> auto& f)       { a.fixed(f.circle_id); a.fixed(f.attachment_id); }

void fields(auto& a, Is<Hello> auto& f)    { a.fixed(f.challenge); a.number(f.now_s, kMaxNumber); a.word(f.protocol, kProtocolVersion, kProtocolVersion); }
void fields(auto&, Is<Ok> auto&) {}
void fields(auto& a, Is<LoginOk> auto& f)  { a.word(f.role, 1, 4); a.nested(f.organisation); a.list(f.circles, 0, kMaxCirclesPerDevice); a.list(f.spans, 1, kMaxSpans); a.number(f.undo_s, kMax32); }
void fields(auto& a, Is<SlipInfo> auto& f) { a.word(f.role, 1, 4); a.nested(f.organisation); a.number(f.expires, kDayEnd - 1); a.maybe(f.circle); }
void fields(auto& a, Is<Redeemed> auto& f) { a.word(f.role, 1, 4); a.nested(f.organisation); a.maybe(f.circle); a.list(f.spans, 1, kMaxSpans); a.number(f.undo_s, kMax32); }
void fields(auto& a, Is<Stored> auto& f)   { a.number(f.sequence, kMaxNumber); }
void fields(auto& a, Is<Envelope> auto& f) { a.fixed(f.circle_id); a.number(f.sequence, kMaxNumber); a.word(f.kind, 0, 1); a.number(f.epoch, kMaxNumber); a.blob(f.blob, 1, kMaxBlobBytes); }
void fields(auto& a, Is<Spans> auto& f)    { a.list(f.spans, 1, kMaxSpans); }
void fields(auto& a, Is<Releases> auto& f) { a.list(f.releases, 0, kMaxReleasesListed); }
void fields(auto& a, Is<Release> auto& f)  { a.blob(f.json, 0, kMaxReleaseTextBytes); a.blob(f.csv, 0, kMaxReleaseTextBytes); }
void fields(auto& a, Is<Programmes> auto& f) { a.list(f.programmes, 0, kMaxProgrammes); }
void fields(auto& a, Is<Staff> auto& f)    { a.list(f.staff, 0, kMaxStaff); }
void fields(auto& a, Is<Assignments> auto& f) { a.list(f.assignments, 0, kMaxAssignments); a.number(f.talk, kDayEnd - 1); }
void fields(auto&, Is<News> auto&) {}
void fields(auto& a, Is<Gone> auto& f)     { a.fixed(f.circle_id); a.fixed(f.device_id); }
void fields(auto& a, Is<Share> auto& f)    { a.fixed(f.share); }
void fields(auto& a, Is<PasskeyWanted> auto& f) { a.word(f.role, 1, 4); a.nested(f.organisation); a.fixed(f.challenge); a.text(f.rp_id, 1, kMaxRpIdBytes);
                                                  a.fixed(f.user_id); a.list(f.credentials, 0, kMaxPasskeys); }
void fields(auto& a, Is<DoorInfo> auto& f) { a.number(f.expires, kDayEnd - 1); a.list(f.organisations, 1, kMaxOpenOrganisations); }
void fields(auto& a, Is<Waiting> auto& f)  { a.fixed(f.wait_id); a.number(f.number, kMax16); a.nested(f.organisation); a.number(f.ahead, kMax32); a.number(f.since, kDayEnd - 1);
                                             a.number(f.taken, 1); a.list(f.others, 0, kMaxOpenOrganisations - 1); }
void fields(auto& a, Is<Queue> auto& f)    { a.list(f.doors, 0, kMaxQueueRows); }
void fields(auto& a, Is<Taken> auto& f)    { a.fixed(f.wait_id); a.number(f.selector, kSelectorEnd - 1); a.fixed(f.wait_key); }
void fields(auto& a, Is<DoorOpened> auto& f) { a.fixed(f.wait_id); a.blob(f.sealed, kMinWaitSealedBytes, kMaxWaitSealedBytes); }
void fields(auto& a, Is<AttachAt> auto& f) { a.number(f.stored, kMaxNumber); }
void fields(auto& a, Is<AttachChunk> auto& f) { a.blob(f.chunk, kMinChunkBytes, kMaxChunkBytes); }
void fields(auto& a, Is<Error> auto& f)    { a.number(f.code, kMax32); a.text(f.sentence, 1, kMaxSentenceBytes); a.number(f.detail, kMaxNumber); }
// clang-format on

}  // namespace bredvid::wire
