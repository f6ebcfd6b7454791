#include "server/domain/access.h"

namespace bredvid::domain {
namespace {

using wire::Role;

struct Rule {
  Action action;
  bool parent;
  bool supporter;
  bool coordinator;
  bool lead;
};

// clang-format off
constexpr Rule kRules[] = {
    //                         parent supporter coordinator lead
    {Action::create_circle,    false, true,     true,       false},
    {Action::take_part,        true,  true,     true,       false},
    {Action::make_circle_slip, false, true,     true,       false},
    {Action::make_staff_slip,  false, false,    true,       false},
    {Action::revoke_slip,      false, true,     true,       false},
    {Action::join_circle,      true,  true,     true,       false},
    {Action::tally,            true,  true,     false,      false},
    {Action::read_releases,    false, false,    false,      true },
    {Action::lead_work,        false, false,    true,       false},
    {Action::do_work,          false, true,     false,      false},
    {Action::list_assignments, false, true,     true,       false},
    {Action::read_programmes,  false, true,     true,       false},
    {Action::change_share,     true,  true,     true,       true },
    {Action::make_door,        false, false,    true,       false},
    {Action::wait_at_door,     true,  false,    false,      false},
    {Action::see_queue,        false, true,     true,       false},
    {Action::take_from_queue,  false, true,     false,      false},
};
// clang-format on

}  // namespace

bool may(Role role, Action action) {
  for (const Rule& rule : kRules) {
    if (rule.action != action) continue;
    switch (role) {
      case Role::parent:
        return rule.parent;
      case Role::supporter:
        return rule.supporter;
      case Role::coordinator:
        return rule.coordinator;
      case Role::lead:
        return rule.lead;
    }
  }
  return false;
}

bool may_tally(Role role, wire::Series series) {
  using wire::Series;
  const bool own_answer =
      series == Series::wellbeing_first || series == Series::wellbeing_last || series == Series::experience;
  return may(role, Action::tally) && (role == Role::parent) == own_answer;
}

bool is_circle_role(Role role) {
  return role == Role::parent || role == Role::supporter || role == Role::coordinator;
}
bool belongs_in(Role role, bool staff_circle) {
  return role == Role::supporter || (staff_circle ? role == Role::coordinator : role == Role::parent);
}
bool is_staff_role(Role role) {
  return role == Role::supporter || role == Role::coordinator || role == Role::lead;
}

}  // namespace bredvid::domain
