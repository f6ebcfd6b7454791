// One function per StoreRequest. Each runs inside of a savepoint (changes) or a read transaction (questions), answers
// with the reply that domain/store.h names, and throws SqlError only. A Failure rolls the savepoint back. Internal to
// storage/; the aggregates' files: account_store, circle_store, slip_store, redeem, tally_store,
// release_store, staff_store, assignment_store, door_store, attachment_store.
#pragma once

#include "server/domain/store.h"
#include "server/storage/context.h"

namespace bredvid::storage {

using domain::StoreResult;

// account_store.cpp: organisations, accounts, devices, shares
StoreResult handle(Context& c, const domain::FindDevice& r);
StoreResult handle(Context& c, const domain::LoadLogin& r);
StoreResult handle(Context& c, const domain::ListOrganisations& r);
StoreResult handle(Context& c, const domain::MakeOrganisation& r);
StoreResult handle(Context& c, const domain::GetShare& r);
StoreResult handle(Context& c, const domain::ChangeShare& r);

// passkey_store.cpp
StoreResult handle(Context& c, const domain::AddPasskey& r);
StoreResult handle(Context& c, const domain::UsePasskey& r);

// circle_store.cpp: circles, members, envelopes
StoreResult handle(Context& c, const domain::CreateCircle& r);
/// Moves the blob into its answer.
StoreResult handle(Context& c, domain::AppendMessage& r);
StoreResult handle(Context& c, const domain::AppendCommit& r);
StoreResult handle(Context& c, const domain::Acknowledge& r);
StoreResult handle(Context& c, const domain::FetchEnvelopes& r);
StoreResult handle(Context& c, const domain::LeaveCircle& r);

// attachment_store.cpp
StoreResult handle(Context& c, const domain::BeginAttachment& r);
StoreResult handle(Context& c, const domain::PutChunk& r);
StoreResult handle(Context& c, const domain::GetChunk& r);
StoreResult handle(Context& c, const domain::LeaveAttachment& r);

// slip_store.cpp: making, looking, revoking; redeem.cpp: using up
StoreResult handle(Context& c, const domain::OpenSlip& r);
StoreResult handle(Context& c, const domain::MakeCircleSlip& r);
StoreResult handle(Context& c, const domain::MakeStaffSlip& r);
StoreResult handle(Context& c, const domain::MakeDoor& r);
StoreResult handle(Context& c, const domain::MakeOperatorSlip& r);
StoreResult handle(Context& c, const domain::RevokeSlip& r);
StoreResult handle(Context& c, const domain::RefreshSlips& r);
StoreResult handle(Context& c, const domain::RedeemStaffSlip& r);
StoreResult handle(Context& c, const domain::RedeemCircleSlip& r);

// tally_store.cpp: tallies and spans; release_store.cpp: what was published
StoreResult handle(Context& c, const domain::ListSpans& r);
StoreResult handle(Context& c, const domain::AddTally& r);
StoreResult handle(Context& c, const domain::PublishDue& r);
StoreResult handle(Context& c, const domain::ListReleases& r);
StoreResult handle(Context& c, const domain::GetRelease& r);

// staff_store.cpp: colleagues; assignment_store.cpp: what they are asked to do
StoreResult handle(Context& c, const domain::ListStaff& r);
StoreResult handle(Context& c, const domain::NameStaff& r);
StoreResult handle(Context& c, const domain::RemoveStaff& r);
StoreResult handle(Context& c, const domain::AskTalk& r);
StoreResult handle(Context& c, const domain::EndTalk& r);
StoreResult handle(Context& c, const domain::ListAssignments& r);
StoreResult handle(Context& c, const domain::MakeAssignment& r);
StoreResult handle(Context& c, const domain::GiveAssignment& r);
StoreResult handle(Context& c, const domain::EndAssignment& r);

// door_store.cpp: the open door's queues; the doors themselves are slips
StoreResult handle(Context& c, const domain::OpenDoors& r);
StoreResult handle(Context& c, const domain::GetPlace& r);
StoreResult handle(Context& c, const domain::GetQueue& r);
StoreResult handle(Context& c, const domain::BeginWait& r);
StoreResult handle(Context& c, const domain::SwitchWait& r);
StoreResult handle(Context& c, const domain::EndWait& r);
StoreResult handle(Context& c, const domain::TakePlace& r);
StoreResult handle(Context& c, const domain::GivePlace& r);
StoreResult handle(Context& c, const domain::ReturnPlace& r);

// maintenance.cpp
/// Nothing is published by itself while this says so (domain/upkeep.h).
[[nodiscard]] bool calendar_holds(Context& c, Day today);
StoreResult handle(Context& c, const domain::Maintain& r);

/// True for what the reader answers.
template <class Request>
constexpr bool kIsQuestion =
    std::same_as<Request, domain::FindDevice> || std::same_as<Request, domain::LoadLogin> ||
    std::same_as<Request, domain::OpenSlip> || std::same_as<Request, domain::FetchEnvelopes> ||
    std::same_as<Request, domain::ListReleases> || std::same_as<Request, domain::GetRelease> ||
    std::same_as<Request, domain::ListSpans> || std::same_as<Request, domain::ListOrganisations> ||
    std::same_as<Request, domain::ListStaff> || std::same_as<Request, domain::ListAssignments> ||
    std::same_as<Request, domain::GetPlace> || std::same_as<Request, domain::GetQueue> ||
    std::same_as<Request, domain::GetChunk>;

/// True for what needs no savepoint: it looks at everything first and then makes one change that SQLite undoes by
/// itself when it fails. These two are nearly all that a busy server does.
template <class Request>
constexpr bool kIsOneStep = std::same_as<Request, domain::AppendMessage> || std::same_as<Request, domain::Acknowledge>;

}  // namespace bredvid::storage
