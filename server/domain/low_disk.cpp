#include "server/domain/low_disk.h"

#include <algorithm>

namespace bredvid::domain {
namespace {

/// One answer a request, so that a new one does not compile until somebody has decided.
struct Grows {
  bool operator()(const FindDevice&) const { return false; }
  bool operator()(const LoadLogin&) const { return false; }
  bool operator()(const OpenSlip&) const { return false; }
  bool operator()(const FetchEnvelopes&) const { return false; }
  bool operator()(const ListReleases&) const { return false; }
  bool operator()(const GetRelease&) const { return false; }
  bool operator()(const ListSpans&) const { return false; }
  bool operator()(const ListOrganisations&) const { return false; }
  bool operator()(const RedeemStaffSlip&) const { return true; }
  bool operator()(const RedeemCircleSlip&) const { return true; }
  bool operator()(const CreateCircle&) const { return true; }
  bool operator()(const AppendMessage&) const { return true; }
  bool operator()(const AppendCommit&) const { return true; }
  bool operator()(const Acknowledge&) const { return false; }
  bool operator()(const MakeCircleSlip&) const { return true; }
  bool operator()(const MakeStaffSlip&) const { return true; }
  bool operator()(const RevokeSlip&) const { return false; }
  bool operator()(const RefreshSlips&) const { return true; }
  bool operator()(const LeaveCircle&) const { return false; }
  bool operator()(const AddTally&) const { return true; }
  bool operator()(const GetShare&) const { return false; }
  bool operator()(const ChangeShare&) const { return false; }
  bool operator()(const AddPasskey&) const { return true; }
  bool operator()(const UsePasskey&) const { return false; }
  bool operator()(const MakeOrganisation&) const { return true; }
  bool operator()(const MakeOperatorSlip&) const { return true; }
  bool operator()(const Maintain&) const { return false; }
  bool operator()(const PublishDue&) const { return false; }
  bool operator()(const ListStaff&) const { return false; }
  bool operator()(const ListAssignments&) const { return false; }
  bool operator()(const NameStaff&) const { return true; }
  // Somebody who may no longer read must be out whatever the disk says; it frees more than it writes.
  bool operator()(const RemoveStaff&) const { return false; }
  bool operator()(const MakeAssignment&) const { return true; }
  bool operator()(const GiveAssignment&) const { return false; }
  bool operator()(const EndAssignment&) const { return false; }
  bool operator()(const AskTalk&) const { return false; }
  bool operator()(const EndTalk&) const { return false; }
  bool operator()(const GetPlace&) const { return false; }
  bool operator()(const GetQueue&) const { return false; }
  bool operator()(const MakeDoor&) const { return true; }
  bool operator()(const BeginWait&) const { return true; }
  bool operator()(const SwitchWait&) const { return false; }
  bool operator()(const EndWait&) const { return false; }
  bool operator()(const TakePlace&) const { return false; }
  // Half a kilobyte, and somebody waits for it; but it leads to a circle, which does not go on a full disk.
  bool operator()(const GivePlace&) const { return true; }
  bool operator()(const ReturnPlace&) const { return false; }
  bool operator()(const OpenDoors&) const { return false; }
  bool operator()(const BeginAttachment&) const { return true; }
  bool operator()(const PutChunk&) const { return true; }
  bool operator()(const GetChunk&) const { return false; }
  bool operator()(const LeaveAttachment&) const { return false; }
};

}  // namespace

std::uint64_t reserve_size(std::uint64_t total) {
  return std::min(kReserve_bytes, total / kReserveOneIn);
}

bool room_for_reserve(std::uint64_t free, std::uint64_t size) {
  return size > 0 && free / kRoomForReserve >= size;
}

bool grows(const StoreRequest& request) {
  return std::visit(Grows{}, request);
}

}  // namespace bredvid::domain
