#include "server/domain/mailbox.h"

namespace bredvid::domain {

Mailbox::Allowance Mailbox::start_fetch() {
  if (fetching_ || full()) {
    more_ = true;
    return {};
  }
  fetching_ = true;
  more_ = false;
  return {static_cast<std::uint32_t>(kWindow - in_flight_.size()), kWindowBytes - in_flight_bytes_};
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

bool Mailbox::send(Sequence sequence, std::size_t bytes) {
  if (sequence <= sent_) return false;
  sent_ = sequence;
  in_flight_.push_back({sequence, bytes});
  in_flight_bytes_ += bytes;
  return true;
}

bool Mailbox::send_live(Sequence sequence, std::size_t bytes) {
  if (fetching_ || more_ || full() || sequence.value != sent_.value + 1) return false;
  return send(sequence, bytes);
}

bool Mailbox::acknowledge(Sequence sequence) {
  while (!in_flight_.empty() && in_flight_.front().sequence <= sequence) {
    in_flight_bytes_ -= in_flight_.front().bytes;
    in_flight_.pop_front();
  }
  return wants_fetch();
}

}  // namespace bredvid::domain
