// A supporter who lets a new device into a circle by a slip and takes it out again, over and over: what makes accounts,
// devices, slips, commits and packages come and go.
#pragma once

#include "tests/load/person.h"

namespace bredvid::load {

class Joins {
 public:
  // The pair's circle is this one's alone; the parent is there to acknowledge. `selector`: the first of a range of its
  // own.
  Joins(Loop& loop, SSL_CTX* tls, World& world, const Pair& pair, std::uint32_t selector);

  // Begins the next round when the last is over.
  void begin();
  [[nodiscard]] bool idle() const { return step_ == Step::idle; }
  [[nodiscard]] std::uint64_t rounds() const { return rounds_; }
  // Empty: everything was answered as it should be.
  [[nodiscard]] std::string wrong() const;

 private:
  enum class Step : std::uint8_t { entering, idle, making, opening, redeeming, removing };
  void of_supporter(wire::ServerFrame& frame);
  void of_newcomer(wire::ServerFrame& frame);
  void refused(const wire::Error& error);

  Loop& loop_;
  SSL_CTX* tls_;
  std::uint16_t port_;
  const Pair& pair_;
  Epoch epoch_;
  std::uint32_t selector_;
  std::uint64_t rounds_ = 0;
  std::uint32_t rid_ = 0;
  Step step_ = Step::entering;
  std::string wrong_;
  Secret32 token_;
  support::Device newcomer_;
  Key32 challenge_{};
  Person parent_;
  std::unique_ptr<Client> joining_;
  Client supporter_;  // last: its frames meet the rest
};

}  // namespace bredvid::load
