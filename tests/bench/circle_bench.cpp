#include "tests/bench/circle_bench.h"

#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

using circle::Circle;
using circle::EnvelopeKind;

constexpr std::uint32_t kToday = 20000;
constexpr std::size_t kDevices = 5;
constexpr std::size_t kTextSize = 200;
constexpr std::size_t kMessagesEach = 16;  // in each epoch
constexpr std::size_t kRounds = 2;         // every device renews its keys so often

// A circle's devices, all online.
class Phones {
 public:
  explicit Phones(Random& random) : random_(random), id_(circle::CircleId::fresh(random)) {
    const circle::Identity self{circle::Role::supporter, circle::MemberId::fresh(random),
                                circle::DeviceId::fresh(random)};
    phones_.push_back(take(Circle::create(id_, self, "Kerstin", random), "circle"));
    while (phones_.size() < kDevices) let_in();
    for (std::size_t i = 0; i < kRounds * kDevices; ++i) {
      const std::size_t from = i % kDevices;
      for (std::size_t said = 0; said < kMessagesEach; ++said) deliver(say(from));
      const auto update = take(phones_[from].update(kToday, random_), "update");
      deliver(EnvelopeKind::commit, update.epoch, update.commit);
    }
  }

  Circle& at(std::size_t index) { return phones_[index]; }

  circle::Outgoing say(std::size_t from) {
    const circle::Content text{circle::ContentId::fresh(random_), 1, circle::Text{std::string(kTextSize, 'a')}};
    return take(phones_[from].send(text, random_), "send");
  }

  void deliver(const circle::Outgoing& message) { deliver(EnvelopeKind::message, message.epoch, message.blob); }

  circle::MadeSlip make_slip() {
    const circle::SlipOrder order{circle::SlipForm::qr, circle::Role::parent, kToday + 7, kToday, std::nullopt};
    auto made = take(phones_[0].make_slip(order, circle::ContentId::fresh(random_), 0, random_), "slip");
    deliver(made.notice);
    return made;
  }

  void revoke(std::uint32_t selector) {
    deliver(take(phones_[0].revoke_slip(selector, circle::ContentId::fresh(random_), 0, random_), "revoke"));
  }

  // The first device's.
  circle::OutgoingCommit update() { return take(phones_[0].update(kToday, random_), "update"); }

 private:
  // To everybody, as the server does; the sender knows its own again.
  void deliver(EnvelopeKind kind, std::uint64_t epoch, ByteView blob) {
    for (Circle& phone : phones_) {
      for (const circle::Event& event : phone.receive(kind, epoch, blob)) {
        require(!std::holds_alternative<circle::Unreadable>(event), "an envelope was refused");
      }
    }
  }

  void let_in() {
    const auto made = make_slip();
    const Bytes& sealed = made.packages.back().sealed;
    auto joined = take(
        Circle::join({made.slip, id_, sealed, circle::DeviceId::fresh(random_), "Förälder", kToday}, random_), "join");
    deliver(EnvelopeKind::commit, joined.commit.epoch, joined.commit.commit);
    phones_.push_back(std::move(joined.circle));
    deliver(take(phones_.back().hello(circle::ContentId::fresh(random_), 0, random_), "hello"));
  }

  Random& random_;
  circle::CircleId id_;
  std::vector<Circle> phones_;
};

std::size_t size_of(const Circle& phone) {
  return phone.serialize().size();
}

// As it usually is, and with every list of the circle full; each also while a commit waits for its echo.
void states(Random& random) {
  {
    Phones all(random);
    report_bytes("circle_state", kDevices, size_of(all.at(1)));
    (void)all.make_slip();
    (void)all.update();
    report_bytes("circle_state_pending", kDevices, size_of(all.at(0)));
  }
  Phones all(random);
  for (std::size_t i = 0; i < circle::kMaxDeadSlips; ++i) all.revoke(all.make_slip().slip.selector);
  for (std::size_t i = 0; i < circle::kMaxLiveSlips; ++i) (void)all.make_slip();
  // Written without the server's answer: their echoes are waited for.
  for (std::size_t i = 0; i < circle::kMaxOwnSent; ++i) (void)all.say(0);
  report_bytes("circle_state_full", kDevices, size_of(all.at(0)));
  (void)all.update();
  report_bytes("circle_state_full_pending", kDevices, size_of(all.at(0)));
}

}  // namespace

void circles(Random& random) {
  states(random);
  const SecretBytes stretched = take(circle::stretch_pin(bytes_of("123456"), Bytes(16)), "stretch");
  const auto vault = take(circle::Vault::unlock(stretched, Bytes(32)), "vault");
  const auto store = [&](const Circle& phone) {
    require(vault.seal("circle", phone.serialize().view(), random).has_value(), "seal");
  };
  Phones all(random);
  measure(
      "circle_send_and_store", kDevices, [] { return 0; },
      [&](int) {
        (void)all.say(0);
        store(all.at(0));
      });
  // Both ways of receiving: somebody else's message, and the echo of our own.
  Phones others(random);
  const auto receive = [&](std::size_t phone, const circle::Outgoing& message) {
    const auto events = others.at(phone).receive(EnvelopeKind::message, message.epoch, message.blob);
    require(events.size() == 1 && !std::holds_alternative<circle::Unreadable>(events[0]), "receive");
    store(others.at(phone));
  };
  measure(
      "circle_receive_and_store", kDevices, [&] { return others.say(0); },
      [&](const circle::Outgoing& message) { receive(1, message); });
  measure(
      "circle_echo_and_store", kDevices, [&] { return others.say(2); },
      [&](const circle::Outgoing& message) { receive(2, message); });
}

}  // namespace bredvid::bench
