// The frames about an organisation's own affairs: programmes, colleagues, assignments, talks.
#include "server/domain/access.h"
#include "server/domain/connection_parts.h"

namespace bredvid::domain {

/// From memory: they are the operator's configuration and the same for as long as the server runs.
void Connection::Dispatch::operator()(wire::ProgrammesGet& f) {
  if (!allowed(f.rid, Action::read_programmes)) return;
  wire::Programmes answer{f.rid, {}};
  if (const auto& all = c.config_.programmes) {
    if (const auto own = all->find(c.organisation_id_); own != all->end()) answer.programmes = own->second;
  }
  out.emplace_back(Send{std::move(answer)});
}

void Connection::Dispatch::operator()(wire::StaffList& f) {
  if (allowed(f.rid, Action::lead_work)) ask(Waiting::plain, f.rid, ListStaff{*c.device_id_});
}

void Connection::Dispatch::operator()(wire::StaffName& f) {
  if (!allowed(f.rid, Action::lead_work)) return;
  ask(Waiting::plain, f.rid, NameStaff{*c.device_id_, f.staff_id, std::move(f.label)});
}

void Connection::Dispatch::operator()(wire::StaffRemove& f) {
  if (allowed(f.rid, Action::lead_work)) ask(Waiting::plain, f.rid, RemoveStaff{*c.device_id_, f.staff_id});
}

void Connection::Dispatch::operator()(wire::AssignmentMake& f) {
  if (!allowed(f.rid, Action::lead_work)) return;
  ask(Waiting::plain, f.rid,
      MakeAssignment{*c.device_id_, f.assignment_id, std::move(f.label), f.staff_id, f.due, now});
}

void Connection::Dispatch::operator()(wire::AssignmentGive& f) {
  if (!allowed(f.rid, Action::lead_work)) return;
  ask(Waiting::plain, f.rid, GiveAssignment{*c.device_id_, f.assignment_id, f.staff_id});
}

void Connection::Dispatch::operator()(wire::AssignmentEnd& f) {
  if (!allowed(f.rid, Action::list_assignments)) return;
  ask(Waiting::plain, f.rid, EndAssignment{*c.device_id_, f.assignment_id, f.state, now});
}

void Connection::Dispatch::operator()(wire::AssignmentList& f) {
  if (allowed(f.rid, Action::list_assignments)) ask(Waiting::plain, f.rid, ListAssignments{*c.device_id_});
}

void Connection::Dispatch::operator()(wire::TalkAsk& f) {
  if (allowed(f.rid, Action::do_work)) ask(Waiting::plain, f.rid, AskTalk{*c.device_id_, f.wanted == 1, now});
}

void Connection::Dispatch::operator()(wire::TalkHad& f) {
  if (allowed(f.rid, Action::lead_work)) ask(Waiting::plain, f.rid, EndTalk{*c.device_id_, f.staff_id});
}

void Connection::Answers::work_changed(const Pending& pending, WorkChanged news) {
  out.emplace_back(Send{wire::Ok{pending.rid}});
  out.emplace_back(Tell{std::make_shared<const WorkChanged>(std::move(news))});
  // Nobody is left whose connection this could be.
  if (pending.waiting == Waiting::wait_end) c.close(out, ErrorCode::login_failed);
}

}  // namespace bredvid::domain
