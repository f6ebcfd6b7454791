// Who of a loop's connections is not logged in yet, oldest first: when there is no room, one of them makes it.
//
// Silent connections cost their owner nothing, so they must not keep the door shut for those who come after them.
// Whoever has logged in stays. It is the oldest that goes: honest people pass through here in a moment, and among
// thousands of silent ones the one who has just come is the last whose turn it is.
// Thread: the loop's. Outlives its places.
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <utility>

#include "server/net/limits.h"

namespace bredvid::net {

/// How far a connection has come; in this order they make room.
enum class Stage : std::uint8_t { handshake, request, websocket };
inline constexpr std::size_t kStages = 3;

class Newcomers {
 public:
  class Newcomer {
   public:
    virtual ~Newcomer() = default;
    /// Nothing of its client's waits to be read: it is not us who are late.
    [[nodiscard]] virtual bool is_stalled() const = 0;
    /// Closes at once, and counts as a connection no more.
    virtual void make_way() = 0;
  };

  /// A newcomer's place; leaving is its destructor's too.
  class Place {
   public:
    Place() = default;
    Place(Newcomers& all, Newcomer& who, Stage stage);
    Place(Place&& other) noexcept { *this = std::move(other); }
    Place& operator=(Place&& other) noexcept;
    ~Place() { leave(); }
    /// Keeps its age no longer: it is the youngest of that stage.
    void move_to(Stage stage);
    void leave();

   private:
    Newcomers* all_ = nullptr;
    Stage stage_{};
    std::list<Newcomer*>::iterator at_;
  };

  /// The oldest that waits for its client, of `first` or else of a later stage, makes way. False: nobody can.
  [[nodiscard]] bool let_one_go(Stage first);

 private:
  std::array<std::list<Newcomer*>, kStages> by_stage_;
};

}  // namespace bredvid::net
