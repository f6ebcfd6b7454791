// A municipality and an association with one person of every role, so that every command can be tried as everybody on
// everything. Connections are the domain's own, answered by a real store; there is no socket.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "server/domain/connection.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {

/// Who tries: of the municipality a parent, two supporters (the parent's and a colleague), a coordinator, a lead; the
/// same of the association; one who came by a poster and waits at the municipality; and a stranger. The number is the
/// device's; 0: nobody is logged in.
struct Actor {
  const char* name;
  std::uint32_t device;
};
inline constexpr std::array<Actor, 11> kActors{{{"stranger", 0},
                                                {"parent", 10},
                                                {"waiting parent", 14},
                                                {"supporter", 1},
                                                {"colleague", 31},
                                                {"coordinator", 21},
                                                {"lead", 41},
                                                {"other parent", 12},
                                                {"other supporter", 2},
                                                {"other coordinator", 22},
                                                {"other lead", 42}}};

class WallTest : public StorageTest {
 protected:
  /// The world as it is before anything is tried.
  void make_world();
  void restore_world();
  /// What `actor` is answered: the answer's name or the error's.
  std::string answer_to(const Actor& actor, wire::ClientFrame frame);
  /// Every row of every table.
  std::string everything();

  static CircleId circle_of(std::uint32_t n) { return numbered<CircleId>(n); }
  StaffId staff_of(std::uint32_t device) const { return staff_.at(device); }
  /// Device 14 waits at the municipality, 15 too but supporter 1 has taken it, 16 waits at the association.
  WaitId place_of(std::uint32_t device) const { return places_.at(device); }

 private:
  domain::NewDevice real_device(std::uint32_t n);
  void staff_member(OrganisationId organisation, std::uint32_t n, wire::Role role);
  void circle_with_parent(std::uint32_t circle, std::uint32_t supporter, std::uint32_t parent);
  void staff_circle(std::uint32_t circle, std::uint32_t coordinator, std::uint32_t supporter);
  void read_staff();
  void open_doors();
  std::string run(domain::Connection& connection, domain::Effects effects);

  std::map<std::uint32_t, StaffId> staff_;
  std::shared_ptr<const domain::Programmes> programmes_;
  std::map<std::uint32_t, WaitId> places_;
  support::TemporaryFolder kept_{support::Medium::memory};
};

}  // namespace bredvid::storage
