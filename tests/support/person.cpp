#include "tests/support/person.h"

#include "crypto/primitives/system_random.h"
#include "server/base/clock.h"
#include "server/domain/calendar.h"

namespace bredvid::support {
namespace {

constexpr std::chrono::milliseconds kEpochPatience{5000};

circle::CircleId crypto_id(const CircleId& id) {
  return circle::CircleId{id.bytes};
}

MessageId fresh_message_id() {
  MessageId id;
  randomness().fill(id.bytes);
  return id;
}

Secret32 token_of(const circle::Slip& slip) {
  return Secret32::from(circle::redeem_token(slip).view()).value();
}

std::vector<wire::Sealed> sealed_list(const std::vector<circle::SealedPackage>& packages) {
  std::vector<wire::Sealed> list;
  for (const auto& package : packages) list.push_back({Selector{package.selector}, package.sealed});
  return list;
}

template <class T>
T must(circle::Outcome<T> outcome) {
  if (!outcome) throw Refused(circle::code_name(outcome.error().code), outcome.error().detail);
  return *std::move(outcome);
}

}  // namespace

Random& randomness() {
  static crypto::SystemRandom random;
  return random;
}

std::uint64_t now_ms() {
  return static_cast<std::uint64_t>(SystemClock().now().ms);
}
Day today() {
  return domain::stockholm_day(SystemClock().now());
}

Person::Person(ConnectOptions server, std::string name)
    : server_(std::move(server)), name_(std::move(name)), device_(Device::fresh(randomness())) {}

void Person::connect() {
  for (const auto& frame : client_.traffic()) old_traffic_.push_back(frame);
  client_ = WireClient();
  if (!client_.connect(server_)) throw Refused("no connection, " + client_.failure(), 0);
  const auto hello = client_.next();
  if (!hello || !std::holds_alternative<wire::Hello>(*hello)) throw Refused("no hello", 0);
  challenge_ = std::get<wire::Hello>(*hello).challenge;
}

void Person::reconnect() {
  connect();
  const auto answer = ask(device_.login(client_.fresh_rid(), challenge_));
  spans_ = std::get<wire::LoginOk>(answer).spans;
}

wire::ServerFrame Person::ask(wire::ClientFrame frame) {
  const RequestId rid = wire::request_id(frame);
  if (!client_.send(frame)) throw Refused("connection closed", 0);
  auto answer = client_.answer(rid);
  if (!answer) throw Refused("connection closed", 0);
  if (const auto* error = std::get_if<wire::Error>(&*answer)) {
    const auto code = error_code_from(error->code);
    throw Refused(std::string(code ? bredvid::name(*code) : "unknown"), error->detail);
  }
  return *std::move(answer);
}

void Person::redeem_staff(const circle::Slip& slip) {
  if (!client_.open()) connect();
  const auto answer =
      request(wire::SlipRedeemStaff{{}, Selector{slip.selector}, token_of(slip), device_.enrolment(challenge_)});
  spans_ = std::get<wire::Redeemed>(answer).spans;
  enrolled_ = true;
}

wire::Waiting Person::wait_at(const circle::Slip& door, OrganisationNumber where, const Key32& wait_key) {
  if (!client_.open()) connect();
  auto answer = request(
      wire::WaitBegin{{}, Selector{door.selector}, token_of(door), device_.enrolment(challenge_), where, wait_key});
  enrolled_ = true;
  return std::get<wire::Waiting>(std::move(answer));
}

wire::SlipInfo Person::look_at(const circle::Slip& slip) {
  if (!client_.open()) connect();
  return std::get<wire::SlipInfo>(request(wire::SlipOpen{{}, Selector{slip.selector}, token_of(slip)}));
}

CircleId Person::join(const circle::Slip& slip) {
  const wire::SlipInfo info = look_at(slip);
  if (!info.circle) throw Refused("a staff slip", 0);
  const CircleId id = info.circle->circle_id;
  const circle::DeviceId device{device_.id.bytes};
  auto joined = must(
      circle::Circle::join({slip, crypto_id(id), info.circle->sealed, device, name_, today().value}, randomness()));
  wire::SlipRedeemCircle redeem;
  redeem.selector = Selector{slip.selector};
  redeem.token = token_of(slip);
  if (!enrolled_) redeem.enrolment = device_.enrolment(challenge_);
  redeem.message_id = fresh_message_id();
  redeem.epoch = Epoch{joined.commit.epoch};
  redeem.commit = joined.commit.commit;
  redeem.sealed = sealed_list(joined.commit.packages);
  const auto answer = std::get<wire::Redeemed>(request(std::move(redeem)));
  enrolled_ = true;
  spans_ = answer.spans;
  circles_.insert_or_assign(id, std::move(joined.circle));
  taken_[id] = answer.circle.value().sequence;
  const auto hello = must(circles_.at(id).hello(circle::ContentId::fresh(randomness()), now_ms(), randomness()));
  submit(id, hello, fresh_message_id());
  return id;
}

CircleId Person::create_circle() {
  CircleId id;
  randomness().fill(id.bytes);
  const circle::Identity self{circle::Role::supporter, circle::MemberId::fresh(randomness()),
                              circle::DeviceId{device_.id.bytes}};
  auto made = must(circle::Circle::create(crypto_id(id), self, name_, randomness()));
  static_cast<void>(request(wire::CircleCreate{{}, id}));
  circles_.insert_or_assign(id, std::move(made));
  taken_[id] = Sequence{0};
  return id;
}

circle::Slip Person::make_slip(const CircleId& id, circle::Role role, std::uint32_t days, bool replaces_me) {
  listen_for(std::chrono::milliseconds(0));
  circle::Circle& mine = circles_.at(id);
  circle::SlipOrder order{circle::SlipForm::qr, role, today().value + days, today().value, std::nullopt};
  if (replaces_me) order.replaces = mine.self().member;
  auto made = must(mine.make_slip(order, circle::ContentId::fresh(randomness()), now_ms(), randomness()));
  submit(id, made.notice, fresh_message_id());
  wire::SlipMakeCircle frame{{},
                             Selector{made.slip.selector},
                             token_of(made.slip),
                             id,
                             static_cast<wire::Role>(role),
                             Day{order.expires_day},
                             Epoch{mine.epoch()},
                             {},
                             std::nullopt};
  if (replaces_me) frame.replaces = device_.id;
  std::vector<circle::SealedPackage> others;
  for (auto& package : made.packages) {
    if (package.selector == made.slip.selector) {
      frame.sealed = package.sealed;
    } else {
      others.push_back(std::move(package));
    }
  }
  static_cast<void>(request(std::move(frame)));
  static_cast<void>(request(wire::SlipRefresh{{}, id, Epoch{mine.epoch()}, sealed_list(others)}));
  return std::move(made.slip);
}

void Person::submit(const CircleId& id, const circle::Outgoing& outgoing, const MessageId& message_id) {
  static_cast<void>(request(wire::SendMessage{{}, id, message_id, Epoch{outgoing.epoch}, outgoing.blob}));
}

void Person::deliver(const CircleId& id, const circle::Content& content) {
  const MessageId message_id = fresh_message_id();
  for (;;) {
    const std::uint64_t epoch = circles_.at(id).epoch();
    const auto outgoing = must(circles_.at(id).send(content, randomness()));
    try {
      submit(id, outgoing, message_id);
      return;
    } catch (const Refused& refused) {
      if (refused.what() != std::string_view("epoch_stale")) throw;
    }
    while (circles_.at(id).epoch() == epoch) {
      if (!take_news(kEpochPatience)) throw Refused("the circle's news did not come", 0);
    }
  }
}

void Person::say(const CircleId& id, const std::string& text) {
  deliver(id, {circle::ContentId::fresh(randomness()), now_ms(), circle::Text{text}});
}

void Person::remove(const CircleId& id, const circle::MemberId& member) {
  listen_for(std::chrono::milliseconds(0));
  const auto commit = must(circles_.at(id).remove_member(member, today().value, randomness()));
  std::vector<DeviceId> removed;
  for (const auto& device : commit.removed) removed.push_back(DeviceId{device.bytes});
  static_cast<void>(request(wire::SendCommit{{},
                                             id,
                                             fresh_message_id(),
                                             Epoch{commit.epoch},
                                             commit.commit,
                                             sealed_list(commit.packages),
                                             std::move(removed)}));
  while (circles_.at(id).epoch() == commit.epoch) {
    if (!take_news(kEpochPatience)) throw Refused("the commit's echo did not come", 0);
  }
}

}  // namespace bredvid::support
