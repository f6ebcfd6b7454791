// One network thread: its sockets, what other threads tell it, one ticker for all time limits, and the turn.
//
// A turn is everything that one event leads to: the frames of a read, a group of answers of the store, a tick. What
// its sessions send meanwhile is gathered and goes out when the turn ends, in one TLS record a connection instead of
// one a frame. A connection stays on its loop for life, so nothing here or above needs a lock or a strand.
// Thread: everything on the loop's own, except where "any thread" is said.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "server/domain/effects.h"
#include "server/net/asio.h"
#include "server/net/limits.h"

namespace bredvid::net {

using Time = std::chrono::steady_clock::time_point;
inline constexpr Time kNever = Time::max();

/// A connection on a loop. Owned by the loop from add() to remove().
class Member : public std::enable_shared_from_this<Member> {
 public:
  virtual ~Member() = default;
  /// Its time has come. The deadline is kNever again; set another one.
  virtual void on_deadline() = 0;
  /// The turn ends; only after will_flush().
  virtual void flush() {}
  /// The server stops.
  virtual void stop() = 0;
  /// The store has answered what this member asked.
  virtual void on_answer(domain::Token /*token*/, domain::StoreResult /*result*/) {}
  /// Since when it holds part of a message whose rest has not come; kNever: it holds none.
  [[nodiscard]] virtual Time holds_part_since() const { return kNever; }
  /// Memory is short: let the part go.
  virtual void drop_part() {}

 private:
  friend class Loop;
  static constexpr std::uint32_t kNowhere = ~0U;
  std::uint32_t slot_ = kNowhere;
  bool will_flush_ = false;
};

class Loop {
 public:
  using Step = std::move_only_function<void()>;

  explicit Loop(const Limits& limits);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  [[nodiscard]] Executor executor() { return io_.get_executor(); }
  [[nodiscard]] asio::io_context& io() { return io_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }

  /// Works until end() is called.
  void run();
  /// The first half of run(): the ticker starts. For who turns io() by hand.
  void begin() { tick(); }
  /// Any thread.
  void end() { io_.stop(); }

  /// Runs `step` as a turn, or as a part of the one under way.
  template <class Part>
  void turn(Part&& step) {
    begin_turn();
    try {
      step();
    } catch (...) {
      end_turn();
      throw;
    }
    end_turn();
  }
  /// When this turn began.
  [[nodiscard]] Time now() const { return now_; }
  /// After the turn's present step, in the same turn.
  void later(Step step) { later_.push_back(std::move(step)); }

  /// Any thread: in a turn of this loop. Those that come close together cost one wake-up.
  void post(Step step);
  /// Any thread: the same for an answer of the store, without an allocation of its own.
  void deliver(std::shared_ptr<Member> to, domain::Token token, domain::StoreResult result);
  [[nodiscard]] bool is_this_thread() { return io_.get_executor().running_in_this_thread(); }

  void add(const std::shared_ptr<Member>& member);
  void remove(Member& member);
  void set_deadline(Member& member, Time deadline) {
    if (member.slot_ != Member::kNowhere) slots_[member.slot_].deadline = deadline;
  }
  void will_flush(Member& member);
  void stop_members();
  [[nodiscard]] std::size_t size() const { return slots_.size(); }

  /// Shared by all connections: filled and used up within one step.
  [[nodiscard]] std::span<std::uint8_t> read_buffer() { return read_buffer_; }
  [[nodiscard]] std::span<std::uint8_t> write_buffer() { return write_buffer_; }

  /// Bytes of unfinished messages over all connections; beyond the limit the oldest is dropped.
  void count_part(std::ptrdiff_t change);
  /// Bytes that wait to be written over all connections.
  void count_queued(std::ptrdiff_t change) { queued_bytes_ += static_cast<std::size_t>(change); }
  [[nodiscard]] std::size_t queued_bytes() const { return queued_bytes_; }
  [[nodiscard]] bool queues_full() const { return queued_bytes_ > limits_.all_queued_bytes; }

  /// Called about every kTickInterval, for example by the gate of handshakes.
  void on_tick(std::function<void()> call) { ticks_.push_back(std::move(call)); }

 private:
  struct Slot {
    std::shared_ptr<Member> member;
    Time deadline = kNever;
  };
  struct Answer {
    std::shared_ptr<Member> to;
    domain::Token token = 0;
    domain::StoreResult result;
  };

  void begin_turn();
  void end_turn();
  void wake();
  void take_inbox();
  void tick();
  void trim();

  const Limits limits_;
  asio::io_context io_{1};  // one thread runs it: no locking between handlers
  asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> ticker_;

  Time now_ = std::chrono::steady_clock::now();
  int depth_ = 0;
  std::vector<Step> later_;
  std::vector<std::shared_ptr<Member>> flushing_;
  std::vector<Slot> slots_;
  std::vector<std::function<void()>> ticks_;
  std::size_t part_bytes_ = 0;
  std::size_t queued_bytes_ = 0;
  std::size_t changes_ = 0;  // connections that came or went since memory was last given back
  std::size_t changes_before_ = 0;
  std::array<std::uint8_t, kRecordBytes> read_buffer_{};
  std::array<std::uint8_t, kRecordBytes> write_buffer_{};

  std::mutex inbox_mutex_;  // guards the next three
  std::vector<Step> steps_;
  std::vector<Answer> answers_;
  bool woken_ = false;
  std::vector<Step> taken_steps_;
  std::vector<Answer> taken_answers_;
};

}  // namespace bredvid::net
