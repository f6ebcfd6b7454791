#include "server/net/bus.h"

#include <gtest/gtest.h>

namespace bredvid::net {
namespace {

class Listening final : public Subscriber {
 public:
  void wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) override {
    woken.push_back(circle_id);
    brought.push_back(std::move(envelope));
  }
  void spans_changed(const std::vector<wire::Span>& spans) override { spans_seen += spans.size(); }
  void work_changed(std::shared_ptr<const domain::WorkChanged> news) override { news_seen.push_back(std::move(news)); }
  std::vector<CircleId> woken;
  std::vector<std::shared_ptr<const domain::LiveEnvelope>> brought;
  std::size_t spans_seen = 0;
  std::vector<std::shared_ptr<const domain::WorkChanged>> news_seen;
};

constexpr CircleId kOne{{1}};
constexpr CircleId kTwo{{2}};

TEST(BusTest, WakesThoseThatWatchTheCircle) {
  Bus bus;
  const auto a = std::make_shared<Listening>();
  const auto b = std::make_shared<Listening>();
  bus.add(a);
  bus.add(b);
  bus.watch(*a, kOne);
  bus.watch(*a, kOne);
  bus.watch(*b, kTwo);
  bus.publish(kOne, nullptr);
  EXPECT_EQ(a->woken, std::vector<CircleId>{kOne});
  EXPECT_TRUE(b->woken.empty());
}

TEST(BusTest, ForgetsOnUnwatchAndRemove) {
  Bus bus;
  const auto a = std::make_shared<Listening>();
  bus.add(a);
  bus.watch(*a, kOne);
  bus.watch(*a, kTwo);
  bus.unwatch(*a, kOne);
  bus.publish(kOne, nullptr);
  EXPECT_TRUE(a->woken.empty());
  bus.remove(*a);
  bus.publish(kTwo, nullptr);
  bus.watch(*a, kTwo);
  bus.publish(kTwo, nullptr);
  EXPECT_TRUE(a->woken.empty());
}

TEST(BusTest, SurvivesASubscriberThatIsGone) {
  Bus bus;
  auto a = std::make_shared<Listening>();
  bus.add(a);
  bus.watch(*a, kOne);
  a.reset();
  bus.publish(kOne, nullptr);
  bus.announce({wire::Span{}});
}

TEST(BusTest, AnnouncesSpansToEverybody) {
  Bus bus;
  const auto a = std::make_shared<Listening>();
  bus.add(a);
  bus.announce({wire::Span{}, wire::Span{}});
  EXPECT_EQ(a->spans_seen, 2U);
}

TEST(BusTest, TellsNewsToEverybody) {
  Bus bus;
  const auto a = std::make_shared<Listening>();
  bus.add(a);
  const auto news = std::make_shared<const domain::WorkChanged>(domain::WorkChanged{{7}, {}, {}});
  bus.tell(news);
  EXPECT_EQ(a->news_seen, std::vector{news});
}

}  // namespace
}  // namespace bredvid::net
