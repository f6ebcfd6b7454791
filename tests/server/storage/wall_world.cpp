#include "tests/server/storage/wall_world.h"

#include "crypto/primitives/signature.h"
#include "server/wire/codec.h"

namespace bredvid::storage {
namespace {

namespace fs = std::filesystem;

const Key32 kChallenge = counted_array<32>(0x77);

crypto::SignatureKey login_key(std::uint32_t n) {
  return *crypto::signature_key_from_seed(counted(32, static_cast<std::uint8_t>(n)));
}

template <std::size_t N>
std::array<std::uint8_t, N> as_array(const Bytes& bytes) {
  std::array<std::uint8_t, N> out{};
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

wire::Programme named_programme(const char* id) {
  wire::Programme made;
  made.id = id;
  made.name = {{"sv", id}};
  return made;
}

/// The answer's name, or its error's; of a list how long it is.
struct Namer {
  std::string operator()(const wire::Ok&) const { return "ok"; }
  std::string operator()(const wire::Stored&) const { return "stored"; }
  std::string operator()(const wire::SlipInfo&) const { return "slip_info"; }
  std::string operator()(const wire::Redeemed&) const { return "redeemed"; }
  std::string operator()(const wire::Releases&) const { return "releases"; }
  std::string operator()(const wire::Share&) const { return "share"; }
  std::string operator()(const wire::Programmes& f) const {
    std::string ids;
    for (const auto& one : f.programmes) ids += ' ' + one.id;
    return "programmes" + ids;
  }
  std::string operator()(const wire::Staff& f) const { return "staff " + std::to_string(f.staff.size()); }
  std::string operator()(const wire::Assignments& f) const {
    return "assignments " + std::to_string(f.assignments.size());
  }
  std::string operator()(const wire::DoorInfo&) const { return "door_info"; }
  std::string operator()(const wire::Waiting&) const { return "waiting"; }
  std::string operator()(const wire::Taken&) const { return "taken"; }
  std::string operator()(const wire::AttachAt&) const { return "attach_at"; }
  std::string operator()(const wire::AttachChunk&) const { return "attach_chunk"; }
  std::string operator()(const wire::Queue& f) const {
    std::uint32_t waiting = 0;
    for (const auto& row : f.doors) waiting += row.waiting;
    return "queue " + std::to_string(waiting);
  }
  std::string operator()(const wire::Error& f) const {
    const auto code = error_code_from(f.code);
    return code ? std::string(name(*code)) : "?";
  }
  template <class F>
  std::string operator()(const F&) const {
    return "something else";
  }
};

std::string name_of(const wire::ServerFrame& frame) {
  return std::visit(Namer{}, frame);
}

}  // namespace

domain::NewDevice WallTest::real_device(std::uint32_t n) {
  domain::NewDevice made = device(n);
  made.login_key = as_array<32>(login_key(n).public_key);
  return made;
}

void WallTest::staff_member(OrganisationId organisation, std::uint32_t n, wire::Role role) {
  get<domain::Done>(domain::MakeOperatorSlip{
      organisation, {n}, token_of(n), role, {kToday.value + 5}, kNow, "staff " + std::to_string(n)});
  get<domain::RedeemedSlip>(domain::RedeemStaffSlip{{n}, token_of(n), real_device(n), kNow});
}

void WallTest::circle_with_parent(std::uint32_t circle, std::uint32_t supporter, std::uint32_t parent) {
  const auto who = numbered<DeviceId>(supporter);
  const auto slip = [&](std::uint32_t selector, std::uint64_t epoch) {
    return domain::MakeCircleSlip{who,
                                  circle_of(circle),
                                  {selector},
                                  token_of(selector),
                                  wire::Role::parent,
                                  {kToday.value + 14},
                                  {epoch},
                                  counted(40, 1),
                                  std::nullopt,
                                  kNow};
  };
  get<domain::Done>(domain::CreateCircle{who, circle_of(circle), kNow});
  get<domain::Done>(slip(100 + circle, 0));
  get<domain::RedeemedSlip>(domain::RedeemCircleSlip{{100 + circle},
                                                     token_of(100 + circle),
                                                     real_device(parent),
                                                     std::nullopt,
                                                     numbered<MessageId>(parent),
                                                     {0},
                                                     counted(30, 2),
                                                     {},
                                                     kNow});
  get<domain::Done>(slip(200 + circle, 1));
}

/// The supporter is in; a slip for one more supporter is open.
void WallTest::staff_circle(std::uint32_t circle, std::uint32_t coordinator, std::uint32_t supporter) {
  const auto who = numbered<DeviceId>(coordinator);
  const auto slip = [&](std::uint32_t selector, std::uint64_t epoch) {
    return domain::MakeCircleSlip{who,
                                  circle_of(circle),
                                  {selector},
                                  token_of(selector),
                                  wire::Role::supporter,
                                  {kToday.value + 14},
                                  {epoch},
                                  counted(40, 1),
                                  std::nullopt,
                                  kNow};
  };
  get<domain::Done>(domain::CreateCircle{who, circle_of(circle), kNow});
  get<domain::Done>(slip(100 + circle, 0));
  get<domain::RedeemedSlip>(domain::RedeemCircleSlip{{100 + circle},
                                                     token_of(100 + circle),
                                                     std::nullopt,
                                                     numbered<DeviceId>(supporter),
                                                     numbered<MessageId>(700 + circle),
                                                     {0},
                                                     counted(30, 2),
                                                     {},
                                                     kNow});
  get<domain::Done>(slip(200 + circle, 1));
}

void WallTest::make_world() {
  create();
  std::vector<OrganisationId> organisations;
  for (const auto kind : {wire::OrgKind::municipality, wire::OrgKind::association}) {
    organisations.push_back(
        get<domain::OrganisationMade>(
            domain::MakeOrganisation{kind, kind == wire::OrgKind::municipality ? "Krisstöd" : "Förening", ""})
            .organisation_id);
  }
  programmes_ = std::make_shared<const domain::Programmes>(domain::Programmes{
      {organisations.at(0), {named_programme("ours")}}, {organisations.at(1), {named_programme("theirs")}}});
  get<domain::Maintained>(domain::Maintain{kNow});
  for (const std::uint32_t n : {1U, 2U}) {
    const auto organisation = organisations.at(n - 1);
    staff_member(organisation, n, wire::Role::supporter);
    staff_member(organisation, 20 + n, wire::Role::coordinator);
    staff_member(organisation, 30 + n, wire::Role::supporter);
    staff_member(organisation, 40 + n, wire::Role::lead);
    // An open staff slip, and assignments: the supporter's, the colleague's.
    get<domain::Done>(domain::MakeOperatorSlip{
        organisation, {300 + n}, token_of(300 + n), wire::Role::supporter, {kToday.value + 5}, kNow});
  }
  read_staff();
  for (const std::uint32_t n : {1U, 2U}) {
    for (const std::uint32_t holder : {n, 30 + n}) {
      get<domain::WorkChanged>(domain::MakeAssignment{numbered<DeviceId>(20 + n),
                                                      numbered<AssignmentId>(holder),
                                                      "Familj",
                                                      staff_of(holder),
                                                      {kToday.value + 1},
                                                      kNow});
    }
  }
  circle_with_parent(1, 1, 10);
  circle_with_parent(2, 31, 11);
  circle_with_parent(3, 2, 12);
  staff_circle(4, 21, 1);
  staff_circle(5, 22, 2);
  // In every circle an attachment of which the first of two parts has come.
  for (const auto& [circle, who] : {std::pair{1U, 1U}, {2U, 31U}, {3U, 2U}, {4U, 21U}, {5U, 22U}}) {
    const auto device = numbered<DeviceId>(who);
    const auto kept = numbered<AttachmentId>(61);
    get<wire::AttachAt>(domain::BeginAttachment{device, circle_of(circle), kept, 2, 37, kNow});
    get<wire::AttachAt>(domain::PutChunk{device, circle_of(circle), kept, 0, counted(20, 1), kNow});
  }
  open_doors();
  store.reset();
  fs::copy(folder.path(), kept_.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  start(options(OpenMode::existing));
}

void WallTest::open_doors() {
  get<domain::Done>(domain::OpenDoors{{{"Krisstöd", {1}}, {"Förening", {2}}}});
  for (const std::uint32_t n : {1U, 2U}) {
    get<domain::Done>(
        domain::MakeDoor{numbered<DeviceId>(20 + n), {310 + n}, token_of(310 + n), {kToday.value + 100}, kNow});
  }
  // 15 first, so that it is the one who is taken.
  for (const auto& [who, where] : {std::pair{15U, 1U}, {14U, 1U}, {16U, 2U}}) {
    const auto placed = get<domain::Placed>(domain::BeginWait{
        {311}, token_of(311), real_device(who), {static_cast<std::uint16_t>(where)}, counted_array<32>(1), kNow});
    places_[who] = placed.place.waiting.wait_id;
  }
  get<domain::TakenPlace>(domain::TakePlace{numbered<DeviceId>(1), {{311}}, kNow});
}

void WallTest::read_staff() {
  for (const std::uint32_t coordinator : {21U, 22U}) {
    for (const auto& one : get<wire::Staff>(domain::ListStaff{numbered<DeviceId>(coordinator)}).staff)
      staff_[static_cast<std::uint32_t>(std::stoul(one.label.substr(std::string("staff ").size())))] = one.staff_id;
  }
}

void WallTest::restore_world() {
  store.reset();
  for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
  fs::copy(kept_.path(), folder.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  start(options(OpenMode::existing));
}

std::string WallTest::run(domain::Connection& connection, domain::Effects effects) {
  std::string last = "nothing";
  // Whatever the store answers may ask it again: fetches, the two steps of a login.
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (auto* send = std::get_if<domain::Send>(&effects[i])) {
      if (wire::request_id(send->frame).value != 0) last = name_of(send->frame);
    } else if (auto* submit = std::get_if<domain::Submit>(&effects[i])) {
      const domain::Token token = submit->token;
      auto more = connection.on_stored(token, ask(std::move(submit->request)), kNow);
      for (auto& effect : more) effects.push_back(std::move(effect));
    }
  }
  return last;
}

std::string WallTest::answer_to(const Actor& actor, wire::ClientFrame frame) {
  domain::Connection connection({600, nullptr, programmes_}, kChallenge, kNow);
  static_cast<void>(connection.on_open(kNow));
  if (actor.device != 0) {
    const auto id = numbered<DeviceId>(actor.device);
    const Bytes message = concat({bytes_of("bredvid.v1 login"), kChallenge, id.view()});
    const auto signature = crypto::sign(login_key(actor.device).seed.view(), message);
    const wire::ClientFrame login = wire::Login{{1}, id, as_array<64>(*signature)};
    static_cast<void>(run(connection, connection.on_frame(wire::encode(login), kNow)));
    EXPECT_EQ(connection.device_id(), id) << actor.name;
  }
  return run(connection, connection.on_frame(wire::encode(frame), kNow));
}

std::string WallTest::everything() {
  // The log is emptied into the file by a close.
  auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
  EXPECT_TRUE(database);
  std::vector<std::string> tables;
  {
    Query row = database->query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (row.next()) tables.push_back(row.text(0));
  }
  std::string all;
  for (const std::string& table : tables) {
    std::vector<std::string> columns;
    {
      Query row = database->query("PRAGMA table_info(" + table + ")");
      while (row.next()) columns.push_back(row.text(1));
    }
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "quote(" : " || ',' || quote(") + column + ")";
    Query row = database->query("SELECT " + list + " FROM " + table);
    while (row.next()) all += table + ":" + row.text(0) + "\n";
  }
  return all;
}

}  // namespace bredvid::storage
