// Devices of one group and all messages that any of them ever sent, with what must hold whatever is delivered to whom.
//
// Commits may race, so a group may split into branches. A branch is named by what the commit's maker exported from the
// epoch it leads to. Devices of one branch agree in everything, devices of two in nothing.
#pragma once

#include <map>
#include <set>

#include "tests/fuzz/people.h"

namespace bredvid::fuzz {

using Branch = Bytes;

enum class Kind { application, proposal, commit };

struct Sent {
  Bytes bytes;
  Kind kind = Kind::application;
  std::size_t sender = 0;
  std::uint64_t epoch = 0;
  Branch branch;
  Bytes data;            // of an application message
  Branch next;           // where a commit leads
  bool for_all = false;  // a commit that everybody in its branch can follow, whatever else arrived
};

struct Waiting {
  mls::PendingCommit commit;
  std::size_t sent = 0;  // its place in World::sent
};

struct Device {
  mls::Group group;
  Branch branch;
  std::map<std::uint64_t, Branch> before = {};  // of earlier epochs
  std::set<Bytes> accepted = {};                // hashes of messages
  std::optional<Waiting> waiting = std::nullopt;
};

struct Invitation {
  Bytes welcome;
  std::size_t newcomer = 0;
  std::size_t sent = 0;  // the commit's place in World::sent
};

class World {
 public:
  World();

  std::vector<Device> devices;
  std::vector<Sent> sent;
  std::vector<Invitation> invitations;
  FixedRandom random;

  void say(std::size_t device, ByteView data);
  void propose(std::size_t device, const mls::ProposalRequest& request, mls::HandshakeFormat format);
  // `by_many`: the commit names things that not everybody may know.
  void commit(std::size_t device, const mls::CommitRequest& request, std::optional<std::size_t> newcomer);
  void merge(std::size_t device);
  void join_external(std::size_t through, std::optional<mls::LeafIndex> remove, bool with_psk);
  void join_by_welcome(std::size_t invitation);
  void reload(std::size_t device);
  // `honest`: the message as it was sent, null for anything else.
  void deliver(std::size_t device, ByteView bytes, const Sent* honest, bool policy_says_no);

 private:
  void moved(Device& device, const Branch& to);
  void check(const Device& device);
  void accepted(Device& device, const Sent& message, const mls::Processed& what, bool state_moved);

  struct Agreed {
    std::uint64_t epoch = 0;
    Bytes authenticator;
    std::vector<mls::Member> members;
  };
  std::map<Branch, Agreed> agreed_;
};

// Key packages of people who wait to be added.
inline constexpr std::size_t kNewcomers = 3;
[[nodiscard]] const Newcomer& waiting_newcomer(std::size_t number);

}  // namespace bredvid::fuzz
