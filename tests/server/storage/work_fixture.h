// Two organisations with their people: devices 1 and 2 support, 21 and 22 coordinate, 31 and 32 are a second supporter
// (municipality, association).
#pragma once

#include <map>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {

class WorkTest : public StorageTest {
 protected:
  void work_places() {
    people();
    const auto organisations = get<domain::Organisations>(domain::ListOrganisations{}).organisations;
    for (const std::uint32_t n : {1U, 2U}) {
      const auto organisation = organisations.at(n - 1).organisation_id;
      named(organisation, 20 + n, wire::Role::coordinator, "Samordnare");
      named(organisation, 30 + n, wire::Role::supporter, "Yusuf");
    }
  }
  void named(OrganisationId organisation, std::uint32_t n, wire::Role role, std::string label) {
    get<domain::Done>(
        domain::MakeOperatorSlip{organisation, {n}, token_of(n), role, {kToday.value + 5}, kNow, std::move(label)});
    get<domain::RedeemedSlip>(domain::RedeemStaffSlip{{n}, token_of(n), device(n), kNow});
  }
  std::vector<wire::Colleague> staff(std::uint32_t coordinator = 21) {
    return get<wire::Staff>(domain::ListStaff{numbered<DeviceId>(coordinator)}).staff;
  }
  /// By label and role; an unnamed supporter: "".
  StaffId staff_id(const std::string& label, std::uint32_t coordinator = 21) {
    for (const auto& one : staff(coordinator)) {
      if (one.label == label) return one.staff_id;
    }
    ADD_FAILURE() << "nobody is called " << label;
    return {};
  }
  domain::MakeAssignment assignment(std::uint32_t n, std::optional<StaffId> who, std::uint32_t by = 21) {
    return {numbered<DeviceId>(by), numbered<AssignmentId>(n), "Familj 12", who, {kToday.value + 1}, kNow};
  }
  wire::Assignments assignments(std::uint32_t who) {
    return get<wire::Assignments>(domain::ListAssignments{numbered<DeviceId>(who)});
  }
  domain::EndAssignment end(std::uint32_t who, std::uint32_t n, wire::AssignmentState state, Instant now = kNow) {
    return {numbered<DeviceId>(who), numbered<AssignmentId>(n), state, now};
  }
};

}  // namespace bredvid::storage
