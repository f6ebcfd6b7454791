// How many TLS handshakes of a loop are under way at once, and how much of its time they get. Each costs memory that a
// connection gives back when it is through, so 10,000 clients that return together must not hold 10,000 of them. And
// each step costs a quarter of a millisecond of arithmetic: they are made in slices of limits.handshake_slice, and
// between two slices those who are in have their turn.
//
// Whoever does not get in waits its turn, holding a descriptor only. A handshake that its client lets stand cannot
// keep the others out: after limits.handshake_grace it has to make room when somebody waits. One whose client has
// spoken stays: when the machine is slow, the delay is ours.
// Thread: the loop's.
#pragma once

#include <deque>
#include <list>
#include <memory>

#include "server/net/loop.h"

namespace bredvid::net {

class HandshakeGate {
 public:
  class Visitor : public Member {
   public:
    /// Its turn has come; it must leave() when it is through or gone.
    virtual void enter() = 0;
    /// The next step of its handshake.
    virtual void step() = 0;
    /// Nothing of its client's waits to be read: it is not us who are late.
    [[nodiscard]] virtual bool is_stalled() const = 0;
    /// It has stood too long: close.
    virtual void give_up() = 0;

   private:
    friend class HandshakeGate;
    std::list<std::pair<Visitor*, Time>>::iterator place_;
    bool inside_ = false;
    bool due_ = false;
  };

  explicit HandshakeGate(Loop& loop);

  /// enter() now or later. In a turn.
  void knock(const std::shared_ptr<Visitor>& visitor);
  /// step() soon, once. For a visitor that is inside.
  void step_soon(const std::shared_ptr<Visitor>& visitor);
  /// Also for a visitor that still waits or was never here; a step that is due is not made.
  void leave(Visitor& visitor);

  [[nodiscard]] std::size_t inside() const { return inside_.size(); }

 private:
  void admit();
  void make_room();
  void next_slice();
  void work();

  Loop& loop_;
  std::list<std::pair<Visitor*, Time>> inside_;  // since when; the oldest first
  std::deque<std::weak_ptr<Visitor>> waiting_;
  std::deque<std::weak_ptr<Visitor>> due_;
  bool slice_comes_ = false;
};

}  // namespace bredvid::net
