#include "server/domain/overload.h"

namespace bredvid::domain {
namespace {

struct Rule {
  std::size_t until_percent;
  std::uint64_t wait_ms;
};

Rule rule_of(Urgency urgency) {
  switch (urgency) {
    case Urgency::newcomer:
      return {kNewcomerUntil_percent, kNewcomerWait_ms};
    case Urgency::deferrable:
      return {kDeferrableUntil_percent, kDeferrableWait_ms};
    case Urgency::message:
      return {kMessageUntil_percent, kMessageWait_ms};
    case Urgency::relief:
      break;
  }
  return {100, kReliefWait_ms};
}

template <class R, class... Kinds>
constexpr bool kOneOf = (std::same_as<R, Kinds> || ...);

}  // namespace

Urgency urgency_of(const StoreRequest& request) {
  return std::visit(
      []<class R>(const R& one) {
        if constexpr (std::same_as<R, RedeemCircleSlip>) {
          // Who is in already and joins one more circle is no newcomer.
          return one.known_device ? Urgency::deferrable : Urgency::newcomer;
        } else if constexpr (kOneOf<R, FindDevice, LoadLogin, OpenSlip, RedeemStaffSlip, GetShare, AddPasskey,
                                    UsePasskey, BeginWait>) {
          return Urgency::newcomer;
        } else if constexpr (kOneOf<R, AppendMessage, AppendCommit, FetchEnvelopes, GivePlace>) {
          return Urgency::message;
        } else if constexpr (kOneOf<R, Acknowledge, LeaveCircle, RevokeSlip, Maintain, PublishDue, MakeOrganisation,
                                    MakeOperatorSlip, ListSpans, ListOrganisations, RemoveStaff, OpenDoors, EndWait,
                                    ReturnPlace, LeaveAttachment>) {
          return Urgency::relief;
        } else {
          static_assert(kOneOf<R, CreateCircle, MakeCircleSlip, MakeStaffSlip, RefreshSlips, AddTally, ChangeShare,
                               ListReleases, GetRelease, ListStaff, ListAssignments, NameStaff, MakeAssignment,
                               GiveAssignment, EndAssignment, AskTalk, EndTalk, GetPlace, GetQueue, MakeDoor,
                               SwitchWait, TakePlace, BeginAttachment, PutChunk, GetChunk>,
                        "a new request has to find its place");
          return Urgency::deferrable;
        }
      },
      request);
}

Outcome<void> admit(Urgency urgency, std::size_t waiting, std::size_t limit) {
  const Rule rule = rule_of(urgency);
  // Rounded up, so that a queue of one still takes something.
  const std::size_t room = (limit * rule.until_percent + 99) / 100;
  if (waiting >= room) return fail(ErrorCode::too_many, rule.wait_ms);
  return {};
}

}  // namespace bredvid::domain
