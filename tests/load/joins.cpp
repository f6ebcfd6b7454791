#include "tests/load/joins.h"

#include "crypto/primitives/system_random.h"
#include "server/domain/calendar.h"

namespace bredvid::load {
namespace {

constexpr std::size_t kCommitBytes = 900;
constexpr std::size_t kSealedBytes = 2000;
constexpr std::uint32_t kSlipDays = 2;

Random& chance() {
  static crypto::SystemRandom random;
  return random;
}

MessageId fresh_message() {
  MessageId id;
  chance().fill(id.bytes);
  return id;
}

}  // namespace

Joins::Joins(Loop& loop, SSL_CTX* tls, World& world, const Pair& pair, std::uint32_t selector)
    : loop_(loop),
      tls_(tls),
      port_(world.server().port()),
      pair_(pair),
      epoch_(pair.epoch),
      selector_(selector),
      parent_(loop, tls, port_, pair.parent),
      supporter_(loop, tls, port_, [this](Client&, wire::ServerFrame& frame) { of_supporter(frame); }) {}

std::string Joins::wrong() const {
  if (!wrong_.empty()) return wrong_;
  return supporter_.failed() || parent_.failed() ? "a supporter or a parent of a joining circle was cut off" : "";
}

void Joins::refused(const wire::Error& error) {
  const auto code = error_code_from(error.code);
  if (wrong_.empty()) wrong_ = "joining: " + std::string(code ? name(*code) : "unknown");
}

void Joins::begin() {
  if (step_ != Step::idle) return;
  joining_.reset();
  step_ = Step::making;
  newcomer_ = support::Device::fresh(chance());
  token_ = Secret32::from(chance().secret(Secret32::kSize).view()).value();
  wire::SlipMakeCircle make;
  make.rid = {++rid_};
  make.selector = {selector_};
  make.token = token_.copy();
  make.circle_id = pair_.circle;
  make.expires = {domain::stockholm_day(SystemClock().now()).value + kSlipDays};
  make.epoch = epoch_;
  make.sealed.resize(kSealedBytes);
  supporter_.send(wire::ClientFrame(std::move(make)));
}

void Joins::of_supporter(wire::ServerFrame& frame) {
  if (const auto* hello = std::get_if<wire::Hello>(&frame)) {
    supporter_.send(wire::ClientFrame(pair_.supporter.login({++rid_}, hello->challenge)));
  } else if (std::holds_alternative<wire::LoginOk>(frame)) {
    step_ = Step::idle;
  } else if (const auto* envelope = std::get_if<wire::Envelope>(&frame)) {
    supporter_.send(wire::ClientFrame(wire::Ack{{++rid_}, envelope->circle_id, envelope->sequence}));
  } else if (const auto* error = std::get_if<wire::Error>(&frame)) {
    refused(*error);
  } else if (std::holds_alternative<wire::Stored>(frame)) {
    ++epoch_.value;
    ++selector_;
    ++rounds_;
    step_ = Step::idle;
  } else if (step_ == Step::making && wire::request_id(frame).value == rid_) {
    step_ = Step::opening;
    joining_ = std::make_unique<Client>(loop_, tls_, port_,
                                        [this](Client&, wire::ServerFrame& answer) { of_newcomer(answer); });
  }
}

void Joins::of_newcomer(wire::ServerFrame& frame) {
  if (const auto* hello = std::get_if<wire::Hello>(&frame)) {
    challenge_ = hello->challenge;
    joining_->send(wire::ClientFrame(wire::SlipOpen{{1}, {selector_}, token_.copy()}));
  } else if (std::holds_alternative<wire::SlipInfo>(frame)) {
    step_ = Step::redeeming;
    wire::SlipRedeemCircle join;
    join.rid = {2};
    join.selector = {selector_};
    join.token = token_.copy();
    join.enrolment = newcomer_.enrolment(challenge_);
    join.message_id = fresh_message();
    join.epoch = epoch_;
    join.commit.resize(kCommitBytes);
    joining_->send(wire::ClientFrame(std::move(join)));
  } else if (std::holds_alternative<wire::Redeemed>(frame)) {
    step_ = Step::removing;
    ++epoch_.value;
    wire::SendCommit remove;
    remove.rid = {++rid_};
    remove.circle_id = pair_.circle;
    remove.message_id = fresh_message();
    remove.epoch = epoch_;
    remove.commit.resize(kCommitBytes);
    remove.removed = {newcomer_.id};
    supporter_.send(wire::ClientFrame(std::move(remove)));
  } else if (const auto* error = std::get_if<wire::Error>(&frame)) {
    refused(*error);
  }
}

}  // namespace bredvid::load
