// The frames about attachments. Whose circle it is and what there is room for is known where they are kept.
#include "server/domain/access.h"
#include "server/domain/connection_parts.h"

namespace bredvid::domain {

void Connection::Dispatch::operator()(wire::AttachBegin& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::plain, f.rid, BeginAttachment{*c.device_id_, f.circle_id, f.attachment_id, f.chunks, f.size, now});
}

void Connection::Dispatch::operator()(wire::AttachPut& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::plain, f.rid, PutChunk{*c.device_id_, f.circle_id, f.attachment_id, f.index, std::move(f.chunk), now});
}

void Connection::Dispatch::operator()(wire::AttachGet& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::plain, f.rid, GetChunk{*c.device_id_, f.circle_id, f.attachment_id, f.index});
}

void Connection::Dispatch::operator()(wire::AttachDone& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::plain, f.rid, LeaveAttachment{*c.device_id_, f.circle_id, f.attachment_id});
}

}  // namespace bredvid::domain
