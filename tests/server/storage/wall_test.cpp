// The wall: every command, as everybody, on everything, held against one table (tests/server/wall.md). What is refused
// changes nothing. BREDVID_WRITE_GOLDEN=1 writes the table anew; then it has to be read, line by line.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "tests/server/storage/wall_world.h"

namespace bredvid::storage {
namespace {

const std::string kTable = std::string(BREDVID_GOLDEN_DIR) + "/../server/wall.md";

using Frame = std::function<wire::ClientFrame()>;
struct Command {
  std::string name;
  std::string object;
  Frame frame;
};

class Wall : public WallTest {
 protected:
  std::vector<Command> commands();

 private:
  void add(std::string name, std::string object, Frame frame) {
    all_.push_back({std::move(name), std::move(object), std::move(frame)});
  }
  void for_strangers();
  void in_circles();
  void slips();
  void counts();
  void work();
  void open_door();
  std::vector<Command> all_;
};

constexpr RequestId kRid{7};

void Wall::for_strangers() {
  add("ping", "", [] { return wire::Ping{kRid}; });
  add("login", "nobody's device", [] { return wire::Login{kRid, numbered<DeviceId>(99), {}}; });
  for (const auto& [object, selector] : {std::pair{"circle", 201U}, {"staff", 301U}, {"door", 311U}}) {
    add("slip_open", object, [selector] { return wire::SlipOpen{kRid, {selector}, token_of(selector)}; });
    add("slip_open", std::string(object) + ", wrong secret",
        [selector] { return wire::SlipOpen{kRid, {selector}, token_of(9)}; });
  }
  add("slip_redeem_staff", "without its device's proof", [] {
    return wire::SlipRedeemStaff{
        kRid, {301}, token_of(301), {numbered<DeviceId>(90), {}, {}, {}, token_of(1), token_of(2)}};
  });
  for (const auto& [object, selector] :
       {std::pair{"own or none", 201U}, {"the other organisation's", 203U}, {"staff circle", 204U}, {"door", 311U}}) {
    add("slip_redeem_circle", object, [selector] {
      return wire::SlipRedeemCircle{kRid, {selector}, token_of(selector), std::nullopt, numbered<MessageId>(500), {1},
                                    {1},  {}};
    });
  }
  // What only a connection that is half way in may send (domain/connection_passkeys.cpp).
  add("passkey_register", "not asked for", [] { return wire::PasskeyRegister{kRid, {1}, {1}}; });
  add("passkey_sign_in", "not asked for", [] { return wire::PasskeySignIn{kRid, {1}, {1}, wire::Blob(37), {1}, {}}; });
  add("person_here", "", [] { return wire::PersonHere{kRid}; });
  add("share_get", "nobody's", [] { return wire::ShareGet{kRid, numbered<ShareId>(9), token_of(1)}; });
  add("share_change", "own", [] { return wire::ShareChange{kRid, token_of(1), token_of(2)}; });
}

void Wall::in_circles() {
  add("circle_create", "new", [] { return wire::CircleCreate{kRid, numbered<CircleId>(77)}; });
  for (const auto& [object, n] : {std::pair{"supporter's", 1U},
                                  {"colleague's", 2U},
                                  {"the other organisation's", 3U},
                                  {"none", 9U},
                                  {"staff circle", 4U},
                                  {"the other organisation's staff circle", 5U}}) {
    const CircleId circle = circle_of(n);
    add("send", object, [circle] { return wire::SendMessage{kRid, circle, numbered<MessageId>(501), {1}, {1, 2}}; });
    add("commit", object, [circle] {
      return wire::SendCommit{kRid, circle, numbered<MessageId>(502), {1}, {1}, {}, {numbered<DeviceId>(10)}};
    });
    add("ack", object, [circle] { return wire::Ack{kRid, circle, {1}}; });
    for (const auto& [whom, role] : {std::pair{"a parent", wire::Role::parent},
                                     {"a supporter", wire::Role::supporter},
                                     {"a coordinator", wire::Role::coordinator},
                                     {"a lead", wire::Role::lead}}) {
      add("slip_make_circle", std::string(object) + ", for " + whom, [circle, role] {
        return wire::SlipMakeCircle{kRid, {400}, token_of(400), circle, role, {kToday.value + 3},
                                    {1},  {1},   std::nullopt};
      });
    }
    const auto kept = numbered<AttachmentId>(61);
    add("attach_begin", object,
        [circle] { return wire::AttachBegin{kRid, circle, numbered<AttachmentId>(62), 1, 17}; });
    add("attach_put", object, [circle, kept] { return wire::AttachPut{kRid, circle, kept, 1, wire::counted(17, 1)}; });
    add("attach_get", object, [circle, kept] { return wire::AttachGet{kRid, circle, kept, 0}; });
    add("attach_done", object, [circle, kept] { return wire::AttachDone{kRid, circle, kept}; });
    add("slip_refresh", object, [circle] { return wire::SlipRefresh{kRid, circle, {1}, {}}; });
    add("circle_leave", object, [circle] { return wire::CircleLeave{kRid, circle}; });
  }
}

void Wall::slips() {
  for (const auto role : {wire::Role::supporter, wire::Role::parent}) {
    add("slip_make_staff", role == wire::Role::parent ? "for a parent" : "for a supporter",
        [role] { return wire::SlipMakeStaff{kRid, {401}, token_of(401), role, {kToday.value + 3}, "Ny"}; });
  }
  for (const auto& [object, selector] : {std::pair{"supporter's circle", 201U},
                                         {"colleague's circle", 202U},
                                         {"the other organisation's circle", 203U},
                                         {"staff circle", 204U},
                                         {"staff", 301U},
                                         {"the other organisation's staff", 302U},
                                         {"door", 311U},
                                         {"the other organisation's door", 312U}}) {
    add("slip_revoke", object, [selector] { return wire::SlipRevoke{kRid, {selector}}; });
  }
}

void Wall::counts() {
  for (const wire::Counted counted : {wire::Counted::of(wire::Contact::visit), {wire::Series::wellbeing_first, 3}}) {
    add("tally", counted.series == wire::Series::contact ? "a contact" : "how a parent feels",
        [counted] { return wire::Tally{kRid, numbered<TallyId>(1), {1}, counted, {wire::TagSet{}}}; });
  }
  add("release_list", "", [] { return wire::ReleaseList{kRid}; });
  add("release_get", "none", [] { return wire::ReleaseGet{kRid, {1}}; });
}

void Wall::work() {
  add("programmes_get", "", [] { return wire::ProgrammesGet{kRid}; });
  add("staff_list", "", [] { return wire::StaffList{kRid}; });
  add("assignment_list", "", [] { return wire::AssignmentList{kRid}; });
  add("talk_ask", "", [] { return wire::TalkAsk{kRid, 1}; });
  for (const auto& [object, n] :
       {std::pair{"colleague", 31U}, {"coordinator", 21U}, {"the other organisation's", 32U}}) {
    const StaffId staff = staff_of(n);
    add("staff_name", object, [staff] { return wire::StaffName{kRid, staff, "Nytt namn"}; });
    add("staff_remove", object, [staff] { return wire::StaffRemove{kRid, staff}; });
    add("talk_had", object, [staff] { return wire::TalkHad{kRid, staff}; });
    add("assignment_make", std::string("for ") + object, [staff] {
      return wire::AssignmentMake{kRid, numbered<AssignmentId>(600), "Familj 12", staff, {kToday.value + 1}};
    });
  }
  for (const auto& [object, n] :
       {std::pair{"supporter's", 1U}, {"colleague's", 31U}, {"the other organisation's", 2U}}) {
    const auto id = numbered<AssignmentId>(n);
    add("assignment_give", object, [id] { return wire::AssignmentGive{kRid, id, std::nullopt}; });
    add("assignment_end", std::string(object) + ", contacted",
        [id] { return wire::AssignmentEnd{kRid, id, wire::AssignmentState::contacted}; });
    add("assignment_end", std::string(object) + ", withdrawn",
        [id] { return wire::AssignmentEnd{kRid, id, wire::AssignmentState::withdrawn}; });
  }
}

void Wall::open_door() {
  add("door_make", "new", [] { return wire::DoorMake{kRid, {402}, token_of(402), {kToday.value + 100}}; });
  add("wait_begin", "without its device's proof", [] {
    return wire::WaitBegin{kRid,          {311},
                           token_of(311), {numbered<DeviceId>(90), {}, {}, {}, token_of(1), token_of(2)},
                           {1},           counted_array<32>(0x21)};
  });
  add("wait_switch", "to the other organisation", [] { return wire::WaitSwitch{kRid, {2}}; });
  add("wait_switch", "to none", [] { return wire::WaitSwitch{kRid, {9}}; });
  add("wait_end", "own", [] { return wire::WaitEnd{kRid}; });
  add("queue_get", "", [] { return wire::QueueGet{kRid}; });
  add("queue_take", "by the door that they came by", [] { return wire::QueueTake{kRid, {{311}}}; });
  add("queue_take", "by another door", [] { return wire::QueueTake{kRid, {{312}}}; });
  for (const auto& [object, who] : {std::pair{"taken by the supporter", 15U},
                                    {"taken by nobody", 14U},
                                    {"the other organisation's, taken by nobody", 16U}}) {
    const WaitId place = place_of(who);
    add("wait_give", object, [place] { return wire::WaitGive{kRid, place, wire::counted(127, 1)}; });
    add("wait_back", object, [place] { return wire::WaitBack{kRid, place}; });
  }
}

std::vector<Command> Wall::commands() {
  for_strangers();
  in_circles();
  slips();
  counts();
  work();
  open_door();
  return std::move(all_);
}

bool is_refusal(const std::string& answer) {
  static const std::set<std::string> kAnswers{"ok",        "stored",  "slip_info", "redeemed",  "releases",    "share",
                                              "door_info", "waiting", "taken",     "attach_at", "attach_chunk"};
  return !kAnswers.contains(answer) && !answer.starts_with("staff ") && !answer.starts_with("assignments ") &&
         !answer.starts_with("programmes ") && !answer.starts_with("queue ");
}

/// Every kind of frame that there is: a new one has to find its rows.
template <std::size_t... I>
std::set<std::size_t> all_kinds(std::index_sequence<I...>) {
  return {I...};
}

TEST_F(Wall, EveryCommandAsEverybodyOnEverything) {
  make_world();
  const std::string before = everything();
  std::ostringstream table;
  table
      << "# The wall\n\nEvery command of schema/wire.cddl, as everybody, on everything, and what it is answered: "
         "made by\n"
         "`BREDVID_WRITE_GOLDEN=1 server_test --gtest_filter='Wall.*'` and compared in every run of the tests. A "
         "refusal has changed no\n"
         "row of any table. Supporter and parent share a circle, and so do supporter and coordinator: a staff circle; "
         "the colleague, the\n"
         "coordinator and the lead are of the same organisation, the others of the other one; the waiting parent came "
         "by a poster to the\nfirst one's queue. In every circle lies an attachment, half of which has come.\n\n| "
         "command | object |";
  for (const Actor& actor : kActors) table << ' ' << actor.name << " |";
  table << "\n|---|---|" << [] {
    std::string line;
    for (std::size_t i = 0; i < kActors.size(); ++i) line += "---|";
    return line;
  }() << '\n';

  std::set<std::size_t> tried;
  for (const Command& command : commands()) {
    table << "| `" << command.name << "` | " << command.object << " |";
    for (const Actor& actor : kActors) {
      wire::ClientFrame frame = command.frame();
      tried.insert(frame.index());
      const std::string answer = answer_to(actor, std::move(frame));
      table << ' ' << answer << " |";
      const std::string after = everything();
      if (is_refusal(answer)) {
        EXPECT_EQ(after, before) << command.name << ' ' << command.object << ", " << actor.name;
      }
      if (after != before) restore_world();
    }
    table << '\n';
  }
  EXPECT_EQ(tried, all_kinds(std::make_index_sequence<std::variant_size_v<wire::ClientFrame::variant>>{}))
      << "a command that nobody tried";

  if (std::getenv("BREDVID_WRITE_GOLDEN") != nullptr) std::ofstream(kTable) << table.str();
  std::ifstream file(kTable);
  ASSERT_TRUE(file) << kTable;
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  std::istringstream made_lines(table.str());
  std::istringstream kept_lines(kept);
  for (std::string made, line; std::getline(made_lines, made);) {
    std::getline(kept_lines, line);
    EXPECT_EQ(made, line);
  }
}

}  // namespace
}  // namespace bredvid::storage
