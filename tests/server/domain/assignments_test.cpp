// The rules of assignments and of the names that coordinators give.
#include "server/domain/assignments.h"

#include <gtest/gtest.h>

#include "server/wire/limits.h"

namespace bredvid::domain {
namespace {

using wire::AssignmentState;
using wire::Role;

constexpr Day kToday{20790};

std::string code(const Outcome<void>& outcome) {
  return outcome ? "fine" : std::string(name(outcome.error().code));
}

TEST(Assignments, ALabelSaysSomethingOnOneLine) {
  EXPECT_EQ(code(check_label("Familj 12", false)), "fine");
  EXPECT_EQ(code(check_label(std::string(wire::kMaxLabelBytes, 'a'), false)), "fine");
  EXPECT_EQ(code(check_label(std::string(wire::kMaxLabelBytes + 1, 'a'), false)), "bad_label");
  EXPECT_EQ(code(check_label("", false)), "bad_label");
  EXPECT_EQ(code(check_label("", true)), "fine");
  EXPECT_EQ(code(check_label("   ", true)), "bad_label");
  for (const char* bad : {"a\nb", "a\tb", "\x7f", "\x01"}) EXPECT_EQ(code(check_label(bad, true)), "bad_label");
}

TEST(Assignments, TheDueDayLiesWithinSixtyDays) {
  EXPECT_EQ(code(check_due(kToday, {kToday.value - 1})), "bad_due");
  EXPECT_EQ(code(check_due(kToday, kToday)), "fine");
  EXPECT_EQ(code(check_due(kToday, {kToday.value + kMaxDue_days})), "fine");
  EXPECT_EQ(code(check_due(kToday, {kToday.value + kMaxDue_days + 1})), "bad_due");
  EXPECT_EQ(code(check_due(kToday, {wire::kDayEnd - 1})), "bad_due");
}

TEST(Assignments, ThereIsRoomUpToTheLimits) {
  EXPECT_EQ(code(room_for_assignment(wire::kMaxAssignments - 1)), "fine");
  EXPECT_EQ(code(room_for_assignment(wire::kMaxAssignments)), "assignment_limit");
  EXPECT_EQ(code(room_for_staff(wire::kMaxStaff - 1)), "fine");
  EXPECT_EQ(code(room_for_staff(wire::kMaxStaff)), "staff_limit");
}

TEST(Assignments, AreKeptForAFortnight) {
  EXPECT_EQ(assignments_kept_from({20790}), Day{20776});
  EXPECT_EQ(assignments_kept_from({3}), Day{0});
}

/// Every role, every state before and after, on the day of the end and on the day after: one table.
TEST(Assignments, WhoMayBringWhichStateToWhich) {
  constexpr AssignmentState kStates[] = {AssignmentState::open, AssignmentState::contacted,
                                         AssignmentState::not_carried_out, AssignmentState::withdrawn};
  for (const Role role : {Role::parent, Role::supporter, Role::coordinator, Role::lead}) {
    for (const AssignmentState from : kStates) {
      for (const AssignmentState to : kStates) {
        for (const std::uint32_t later : {0U, 1U}) {
          const wire::Assignment assignment{{}, "a", {}, kToday, from, from == AssignmentState::open ? Day{} : kToday};
          const bool theirs = (role == Role::supporter && to != AssignmentState::withdrawn) ||
                              (role == Role::coordinator && to == AssignmentState::withdrawn);
          const bool moves = from == to || from == AssignmentState::open ||
                             (role == Role::supporter && from != AssignmentState::withdrawn && later == 0);
          const std::string expected = !theirs ? "not_allowed" : moves ? "fine" : "assignment_over";
          EXPECT_EQ(code(check_end(role, assignment, to, {kToday.value + later})), expected)
              << "role " << static_cast<int>(role) << ", " << static_cast<int>(from) << " to " << static_cast<int>(to)
              << ", " << later << " days later";
        }
      }
    }
  }
}

}  // namespace
}  // namespace bredvid::domain
