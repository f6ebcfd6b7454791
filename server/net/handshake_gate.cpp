#include "server/net/handshake_gate.h"

namespace bredvid::net {

HandshakeGate::HandshakeGate(Loop& loop) : loop_(loop) {
  loop_.on_tick([this] { make_room(); });
}

void HandshakeGate::knock(const std::shared_ptr<Visitor>& visitor) {
  waiting_.push_back(visitor);
  make_room();
}

void HandshakeGate::admit() {
  while (!waiting_.empty() && inside_.size() < loop_.limits().handshakes) {
    const std::shared_ptr<Visitor> next = waiting_.front().lock();
    waiting_.pop_front();
    if (!next) continue;
    next->place_ = inside_.insert(inside_.end(), {next.get(), loop_.now()});
    next->inside_ = true;
    next->enter();
  }
}

void HandshakeGate::make_room() {
  admit();
  while (!waiting_.empty() && !inside_.empty()) {
    auto& [oldest, since] = inside_.front();
    if (loop_.now() - since < loop_.limits().handshake_grace || !oldest->is_stalled()) return;
    const auto kept = oldest->shared_from_this();
    Visitor& visitor = *oldest;
    leave(visitor);
    visitor.give_up();
    admit();
  }
}

void HandshakeGate::step_soon(const std::shared_ptr<Visitor>& visitor) {
  if (std::exchange(visitor->due_, true)) return;
  due_.push_back(visitor);
  if (!std::exchange(slice_comes_, true)) next_slice();
}

// Behind whatever is ready, and after a look at the sockets.
void HandshakeGate::next_slice() {
  asio::post(loop_.executor(), [this] { loop_.turn([this] { work(); }); });
}

void HandshakeGate::work() {
  slice_comes_ = !due_.empty();
  if (!slice_comes_) return;
  next_slice();  // first: a step that throws must not be the last of all
  const Time until = std::chrono::steady_clock::now() + loop_.limits().handshake_slice;
  do {
    const std::shared_ptr<Visitor> next = due_.front().lock();
    due_.pop_front();
    if (next && std::exchange(next->due_, false)) next->step();
  } while (!due_.empty() && std::chrono::steady_clock::now() < until);
}

void HandshakeGate::leave(Visitor& visitor) {
  visitor.due_ = false;
  if (!std::exchange(visitor.inside_, false)) return;
  inside_.erase(visitor.place_);
  if (!waiting_.empty()) loop_.later([this] { admit(); });
}

}  // namespace bredvid::net
