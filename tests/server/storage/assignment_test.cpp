// Assignments: made and given by coordinators, carried out by supporters, forgotten after a fortnight.
#include <gtest/gtest.h>

#include <string_view>

#include "server/domain/assignments.h"
#include "server/wire/limits.h"
#include "tests/server/storage/disk_in_clear.h"
#include "tests/server/storage/work_fixture.h"

namespace bredvid::storage {
namespace {

using AssignmentStore = WorkTest;
using wire::AssignmentState;

TEST_F(AssignmentStore, AreSeenByTheCoordinatorAndByWhoeverHasThem) {
  work_places();
  const auto yusuf = staff_id("Yusuf");
  get<domain::WorkChanged>(assignment(1, yusuf));
  get<domain::WorkChanged>(assignment(2, std::nullopt));
  const auto all = assignments(21).assignments;
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], (wire::Assignment{
                        numbered<AssignmentId>(1), "Familj 12", yusuf, {kToday.value + 1}, AssignmentState::open, {}}));
  EXPECT_EQ(all[1].staff_id, std::nullopt);
  const auto own = assignments(31).assignments;
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].assignment_id, numbered<AssignmentId>(1));
  EXPECT_EQ(own[0].staff_id, std::nullopt) << "whose it is they know";
  for (const std::uint32_t other : {1U, 2U, 22U, 32U}) EXPECT_TRUE(assignments(other).assignments.empty()) << other;
  EXPECT_EQ(failure(domain::ListAssignments{numbered<DeviceId>(77)}), "not_allowed");
}

TEST_F(AssignmentStore, BadOnesChangeNothing) {
  work_places();
  const auto yusuf = staff_id("Yusuf");
  const auto refused = [&](auto change) {
    auto request = assignment(1, yusuf);
    change(request);
    return failure(std::move(request));
  };
  EXPECT_EQ(refused([](auto& r) { r.label = "a\nb"; }), "bad_label");
  EXPECT_EQ(refused([](auto& r) { r.due = {kToday.value - 1}; }), "bad_due");
  EXPECT_EQ(refused([](auto& r) { r.due = {kToday.value + domain::kMaxDue_days + 1}; }), "bad_due");
  EXPECT_EQ(refused([this](auto& r) { r.staff_id = staff_id("Yusuf", 22); }), "staff_unknown") << "the wall";
  EXPECT_EQ(refused([this](auto& r) { r.staff_id = staff_id("Samordnare"); }), "staff_unknown") << "no supporter";
  EXPECT_EQ(refused([](auto& r) { r.device_id = numbered<DeviceId>(31); }), "not_allowed");
  EXPECT_TRUE(assignments(21).assignments.empty());
}

TEST_F(AssignmentStore, TheSameAgainIsTheSame) {
  work_places();
  const auto yusuf = staff_id("Yusuf");
  get<domain::WorkChanged>(assignment(1, yusuf));
  get<domain::WorkChanged>(end(31, 1, AssignmentState::contacted));
  get<domain::WorkChanged>(assignment(1, yusuf));
  ASSERT_EQ(assignments(21).assignments.size(), 1U);
  EXPECT_EQ(assignments(21).assignments[0].state, AssignmentState::contacted);
  auto other = assignment(1, yusuf);
  other.label = "Familj 13";
  EXPECT_EQ(failure(std::move(other)), "assignment_exists");
  EXPECT_EQ(failure(assignment(1, std::nullopt, 22)), "assignment_exists") << "another organisation's number";
}

TEST_F(AssignmentStore, CanBeGivenToSomebodyElseWhileOpen) {
  work_places();
  get<domain::WorkChanged>(assignment(1, std::nullopt));
  const auto give = [&](std::optional<StaffId> who, std::uint32_t by = 21) {
    return domain::GiveAssignment{numbered<DeviceId>(by), numbered<AssignmentId>(1), who};
  };
  get<domain::WorkChanged>(give(staff_id("Yusuf")));
  EXPECT_EQ(assignments(31).assignments.size(), 1U);
  get<domain::WorkChanged>(give(staff_id("")));
  EXPECT_TRUE(assignments(31).assignments.empty());
  EXPECT_EQ(assignments(1).assignments.size(), 1U);
  EXPECT_EQ(failure(give(staff_id("Samordnare"))), "staff_unknown");
  EXPECT_EQ(failure(give(staff_id("Yusuf", 22), 22)), "assignment_unknown") << "the wall";
  get<domain::WorkChanged>(end(1, 1, AssignmentState::contacted));
  EXPECT_EQ(failure(give(staff_id("Yusuf"))), "assignment_over");
}

TEST_F(AssignmentStore, OnlyItsHolderCarriesItOut) {
  work_places();
  get<domain::WorkChanged>(assignment(1, staff_id("Yusuf")));
  for (const std::uint32_t other : {1U, 2U, 32U, 22U}) {
    const auto state = other == 22U ? AssignmentState::withdrawn : AssignmentState::contacted;
    EXPECT_EQ(failure(end(other, 1, state)), "assignment_unknown") << other;
  }
  EXPECT_EQ(failure(end(21, 1, AssignmentState::contacted)), "not_allowed")
      << "a coordinator does not speak for others";
  EXPECT_EQ(failure(end(31, 1, AssignmentState::withdrawn)), "not_allowed");
  get<domain::WorkChanged>(end(31, 1, AssignmentState::contacted));
  EXPECT_EQ(assignments(21).assignments[0].ended, kToday);
  EXPECT_EQ(failure(end(21, 1, AssignmentState::withdrawn)), "assignment_over");
  // The wrong button, taken back on the same day.
  get<domain::WorkChanged>(end(31, 1, AssignmentState::open));
  EXPECT_EQ(assignments(21).assignments[0].ended, Day{});
  get<domain::WorkChanged>(end(31, 1, AssignmentState::not_carried_out));
  EXPECT_EQ(failure(end(31, 1, AssignmentState::open, kNow.plus_s(86400))), "assignment_over");
}

TEST_F(AssignmentStore, IsForgottenAFortnightAfterItEnded) {
  work_places();
  get<domain::WorkChanged>(assignment(1, staff_id("Yusuf")));
  get<domain::WorkChanged>(assignment(2, staff_id("Yusuf")));
  get<domain::WorkChanged>(end(31, 1, AssignmentState::contacted));
  EXPECT_EQ(maintained_in(domain::kAssignmentKept_days).assignments_removed, 0U);
  EXPECT_EQ(assignments(21).assignments.size(), 2U);
  EXPECT_EQ(get<domain::Maintained>(domain::Maintain{kNow.plus_s((domain::kAssignmentKept_days + 1) * 86400)})
                .assignments_removed,
            1U);
  ASSERT_EQ(assignments(21).assignments.size(), 1U);
  EXPECT_EQ(assignments(21).assignments[0].assignment_id, numbered<AssignmentId>(2))
      << "what is open stays, however late";
}

TEST_F(AssignmentStore, AnOrganisationHasALimitOfThem) {
  work_places();
  for (std::uint32_t n = 0; n < wire::kMaxAssignments; ++n) get<domain::WorkChanged>(assignment(n, std::nullopt));
  EXPECT_EQ(failure(assignment(wire::kMaxAssignments, std::nullopt)), "assignment_limit");
  EXPECT_EQ(failure(assignment(0, std::nullopt)), "no failure") << "one that is there already";
  EXPECT_EQ(failure(assignment(wire::kMaxAssignments, std::nullopt, 22)), "no failure") << "the other organisation's";
  EXPECT_EQ(assignments(21).assignments.size(), wire::kMaxAssignments);
}

TEST_F(AssignmentStore, ItsLabelIsNowhereInTheFileOnceForgotten) {
  work_places();
  auto request = assignment(1, std::nullopt);
  request.label = "Zebra och giraff";
  get<domain::WorkChanged>(std::move(request));
  get<domain::WorkChanged>(end(21, 1, AssignmentState::withdrawn));
  const auto on_disk = [&](std::string_view words) {
    const auto plain = everything_in_clear(folder.path());
    return std::string_view(reinterpret_cast<const char*>(plain.data()), plain.size()).find(words) !=
           std::string_view::npos;
  };
  EXPECT_TRUE(on_disk("Zebra och giraff"));
  maintained_in(domain::kAssignmentKept_days + 1);
  EXPECT_TRUE(on_disk("Samordnare")) << "the scan finds what is kept";
  EXPECT_FALSE(on_disk("Zebra och giraff"));
}

}  // namespace
}  // namespace bredvid::storage
