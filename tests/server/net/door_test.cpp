// The open door over the real wire: a poster, a queue, two who press at once, and a conversation at the end.
#include "crypto/circle/door.h"

#include <algorithm>
#include <set>
#include <thread>

#include "crypto/primitives/kem.h"
#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

using namespace std::chrono_literals;
using circle::Role;

constexpr OrganisationNumber kMunicipality{1};
constexpr OrganisationNumber kAssociation{2};

/// A parent in front of a poster.
struct Waiter {
  Person person;
  crypto::KemKey key = crypto::kem_make_key(randomness());
  wire::Waiting place{};

  Key32 public_key() const {
    Key32 raw{};
    std::ranges::copy(key.public_key, raw.begin());
    return raw;
  }
};

class DoorTest : public LiveServer {
 protected:
  void SetUp() override {
    const CommandResult made = server.init(R"({ "organisations": [
      { "kind": "municipality", "name": "Krisstöd", "hours": "", "open_door": true },
      { "kind": "association", "name": "Föreningen", "hours": "", "open_door": true } ] })");
    ASSERT_EQ(made.exit_code, 0) << made.err;
    ASSERT_TRUE(server.start()) << server.log();
    Person coordinator = somebody("Berit");
    coordinator.redeem_staff(staff("coordinator"));
    poster = circle::make_slip(circle::SlipForm::qr, randomness());
    static_cast<void>(
        coordinator.request(wire::DoorMake{{}, Selector{poster.selector}, token(poster), Day{today().value + 365}}));
  }
  static Secret32 token(const circle::Slip& slip) { return Secret32::from(circle::redeem_token(slip).view()).value(); }
  Waiter waiter(const std::string& name, OrganisationNumber where = kMunicipality) {
    Waiter made{somebody(name)};
    made.place = made.person.wait_at(poster, where, made.public_key());
    return made;
  }
  wire::QueueTake take() const { return {{}, {Selector{poster.selector}}}; }
  static circle::WaitId crypto_id(const WaitId& id) { return circle::WaitId{id.bytes}; }
  /// The supporter makes a circle with a slip, sealed for whom it took.
  Bytes sealed_slip(Person& supporter, const wire::Taken& taken) {
    const circle::Slip slip = supporter.make_slip(supporter.create_circle(), Role::parent, 7);
    return *circle::seal_for_waiting(poster, crypto_id(taken.wait_id), taken.wait_key, circle::slip_text(slip),
                                     randomness());
  }
  /// The next frame of that kind that comes by itself.
  template <class Frame>
  static Frame news_of(Person& person) {
    for (int i = 0; i < 20; ++i) {
      const auto frame = person.client().next_news(5000ms);
      if (!frame) break;
      if (const auto* found = std::get_if<Frame>(&*frame)) return *found;
    }
    ADD_FAILURE() << "nothing came";
    return {};
  }
  circle::Slip opened(const Waiter& parent, const wire::DoorOpened& frame) const {
    auto slip = circle::open_door_slip(poster, crypto_id(frame.wait_id), parent.key.private_key.view(), frame.sealed);
    EXPECT_TRUE(slip);
    return slip ? std::move(*slip) : circle::Slip{};
  }

  circle::Slip poster;
};

TEST_F(DoorTest, APosterLeadsToAConversation) {
  Person karin = supporter("Karin");
  Person stranger = somebody("Anna");
  stranger.connect();
  const auto info =
      std::get<wire::DoorInfo>(stranger.request(wire::SlipOpen{{}, Selector{poster.selector}, token(poster)}));
  ASSERT_EQ(info.organisations.size(), 2U);
  EXPECT_EQ(info.organisations[1].number, kAssociation);
  EXPECT_EQ(info.organisations[1].organisation.name, "Föreningen");

  Waiter anna = waiter("Anna");
  EXPECT_EQ(anna.place.ahead, 0U);
  EXPECT_EQ(anna.place.organisation.name, "Krisstöd");
  const auto queue = std::get<wire::Queue>(karin.request(wire::QueueGet{}));
  ASSERT_EQ(queue.doors.size(), 1U);
  EXPECT_EQ(queue.doors[0].selector, Selector{poster.selector});
  const auto taken = std::get<wire::Taken>(karin.request(take()));
  EXPECT_EQ(taken.wait_key, anna.public_key());
  EXPECT_EQ(news_of<wire::Waiting>(anna.person).taken, 1);
  const circle::Slip slip = karin.make_slip(karin.create_circle(), Role::parent, 7);
  const Bytes sealed = *circle::seal_for_waiting(poster, crypto_id(taken.wait_id), taken.wait_key,
                                                 circle::slip_text(slip), randomness());
  static_cast<void>(karin.request(wire::WaitGive{{}, taken.wait_id, sealed}));
  static_cast<void>(karin.request(wire::WaitGive{{}, taken.wait_id, sealed}));  // the answer was lost: again

  const CircleId id = anna.person.join(opened(anna, news_of<wire::DoorOpened>(anna.person)));
  anna.person.say(id, "Jag såg er lapp på anslagstavlan.");
  ASSERT_TRUE(karin.listen_until(1));
  EXPECT_EQ(karin.heard()[0].text, "Jag såg er lapp på anslagstavlan.");
  EXPECT_EQ(karin.circle(id).words(), anna.person.circle(id).words());

  // The server has read neither the poster's secret nor the slip's.
  for (const auto& traffic : {karin.traffic(), anna.person.traffic(), stranger.traffic()}) {
    for (const auto& frame : traffic) {
      for (const ByteView secret : {poster.secret.view(), slip.secret.view()}) {
        EXPECT_TRUE(std::ranges::search(frame, secret).empty());
      }
    }
  }
}

TEST_F(DoorTest, OfTwoWhoPressAtOnceOneIsToldThatSomebodyWasQuicker) {
  Person karin = supporter("Karin");
  Person yusuf = supporter("Yusuf");
  for (int round = 0; round < 5; ++round) {
    Waiter anna = waiter("Anna");
    std::string answers[2];
    {
      const auto press = [this](Person& by, std::string& answer) {
        return std::jthread([this, &by, &answer] { answer = refusal([&] { static_cast<void>(by.request(take())); }); });
      };
      const auto one = press(karin, answers[0]);
      const auto two = press(yusuf, answers[1]);
    }
    EXPECT_EQ((std::multiset<std::string>{answers[0], answers[1]}),
              (std::multiset<std::string>{"nothing", "queue_empty"}));
    static_cast<void>(anna.person.request(wire::WaitEnd{}));
  }
}

TEST_F(DoorTest, AKilledServerForgetsNeitherThePlaceNorWhoTookItNorWhatWasGiven) {
  Person karin = supporter("Karin");
  Waiter anna = waiter("Anna");
  Waiter erik = waiter("Erik");
  const auto taken = std::get<wire::Taken>(karin.request(take()));
  const auto restart = [&] {
    server.stop(SIGKILL);
    ASSERT_TRUE(server.start()) << server.log();
    for (Person* one : {&karin, &anna.person, &erik.person}) one->move_to(server.connect_options());
  };
  restart();
  karin.reconnect();
  EXPECT_EQ(std::get<wire::Taken>(karin.request(take())).wait_id, taken.wait_id);
  static_cast<void>(karin.request(wire::WaitGive{{}, taken.wait_id, sealed_slip(karin, taken)}));
  restart();
  for (int login = 0; login < 2; ++login) {
    anna.person.reconnect();
    EXPECT_EQ(news_of<wire::Waiting>(anna.person).wait_id, taken.wait_id);
    static_cast<void>(opened(anna, news_of<wire::DoorOpened>(anna.person)));
  }
  erik.person.reconnect();
  EXPECT_EQ(news_of<wire::Waiting>(erik.person).ahead, 0U) << "Anna is answered";
  // wait_begin again, from a phone that never saw the answer
  erik.person.connect();
  EXPECT_EQ(erik.person.wait_at(poster, kMunicipality, erik.public_key()).wait_id, erik.place.wait_id);
}

TEST_F(DoorTest, WhoWaitsAndWhoWorksThereSeeTheQueueMove) {
  Person karin = supporter("Karin");
  EXPECT_TRUE(std::get<wire::Queue>(karin.request(wire::QueueGet{})).doors.empty());
  Waiter anna = waiter("Anna");
  EXPECT_EQ(news_of<wire::Queue>(karin).doors.at(0).waiting, 1U);
  Waiter erik = waiter("Erik");
  EXPECT_EQ(erik.place.ahead, 1U);
  EXPECT_EQ(news_of<wire::Queue>(karin).doors.at(0).waiting, 2U);
  const auto moved = std::get<wire::Waiting>(anna.person.request(wire::WaitSwitch{{}, kAssociation}));
  EXPECT_EQ(moved.number, kAssociation);
  EXPECT_EQ(moved.ahead, 0U);
  EXPECT_EQ(news_of<wire::Waiting>(erik.person).ahead, 0U);
  EXPECT_EQ(news_of<wire::Queue>(karin).doors.at(0).waiting, 1U);
  static_cast<void>(karin.request(take()));
  EXPECT_EQ(news_of<wire::Waiting>(erik.person).taken, 1);
  EXPECT_EQ(refusal([&] { static_cast<void>(erik.person.request(wire::WaitSwitch{{}, kAssociation})); }),
            "not_waiting");
  EXPECT_EQ(refusal([&] { static_cast<void>(karin.request(take())); }), "nothing") << "the same again";
}

TEST_F(DoorTest, WhoEndsTheWaitingIsForgotten) {
  Waiter anna = waiter("Anna");
  EXPECT_TRUE(std::holds_alternative<wire::Ok>(anna.person.request(wire::WaitEnd{})));
  EXPECT_TRUE(anna.person.client().wait_closed());
  EXPECT_EQ(refusal([&] { anna.person.reconnect(); }), "login_failed");
  Person karin = supporter("Karin");
  EXPECT_EQ(refusal([&] { static_cast<void>(karin.request(take())); }), "queue_empty");
}

}  // namespace
}  // namespace bredvid::support
