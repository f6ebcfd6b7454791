#include "server/domain/mailbox.h"

namespace bredvid::domain {

std::uint32_t Mailbox::start_fetch() {
  if (fetching_ || in_flight_.size() >= kWindow) {
    more_ = true;
    return 0;
  }
  fetching_ = true;
  more_ = false;
  return static_cast<std::uint32_t>(kWindow - in_flight_.size());
}

bool Mailbox::end_fetch(bool more) {
  fetching_ = false;
  more_ = more_ || more;
  return wants_fetch();
}

void Mailbox::failed_fetch() {
  fetching_ = false;
  more_ = true;
}

bool Mailbox::send(Sequence sequence) {
  if (sequence <= sent_) return false;
  sent_ = sequence;
  in_flight_.push_back(sequence);
  return true;
}

bool Mailbox::send_live(Sequence sequence) {
  if (fetching_ || more_ || in_flight_.size() >= kWindow || sequence.value != sent_.value + 1) return false;
  return send(sequence);
}

bool Mailbox::acknowledge(Sequence sequence) {
  while (!in_flight_.empty() && in_flight_.front() <= sequence) in_flight_.pop_front();
  return wants_fetch();
}

}  // namespace bredvid::domain
