#include "tests/crash/town.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <stdexcept>

#include "crypto/primitives/hash.h"
#include "crypto/primitives/system_random.h"
#include "server/app/key_source.h"
#include "server/domain/calendar.h"
#include "server/storage/storage.h"

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSupporters = 2;
constexpr std::size_t kCirclesPerSupporter = 2;
constexpr std::size_t kParentsPerCircle = 2;
constexpr std::uint32_t kSlipDays = 5;

constexpr const char* kConfig = R"({
  "organisations": [ { "kind": "municipality", "name": "Krisstödet", "hours": "8-17" } ],
  "undo_s": 0, "listen": { "address": "127.0.0.1", "port": 0 } })";

domain::NewDevice registered(const support::Device& device) {
  domain::NewDevice made{device.id, {}, device.share_id, device.share.copy(), {}};
  std::ranges::copy(device.login_key.public_key, made.login_key.begin());
  std::ranges::copy(crypto::sha256(device.share_auth.view()), made.share_auth_hash.begin());
  return made;
}

class Builder {
 public:
  Builder(storage::Storage& store, Town& town) : store_(store), town_(town) {}

  void build() {
    const auto organisations = std::get<domain::Organisations>(ask(domain::ListOrganisations{})).organisations;
    for (std::size_t s = 0; s < kSupporters; ++s) {
      const std::size_t supporter = add_device();
      const Selector slip{++selector_};
      const Secret32 token = fresh_token();
      (void)ask(domain::MakeOperatorSlip{organisations.at(0).organisation_id, slip, token.copy(), wire::Role::supporter,
                                         expires_, now_});
      (void)ask(domain::RedeemStaffSlip{slip, token.copy(), registered(town_.devices[supporter]), now_});
      for (std::size_t c = 0; c < kCirclesPerSupporter; ++c) add_circle(supporter);
    }
  }

 private:
  domain::StoreReply ask(domain::StoreRequest request) {
    std::promise<domain::StoreResult> promise;
    auto answer = promise.get_future();
    store_.submit(std::move(request), [&promise](domain::StoreResult result) { promise.set_value(std::move(result)); });
    auto result = answer.get();
    if (!result) throw std::runtime_error("the town could not be built: " + std::string(name(result.error().code)));
    return std::move(*result);
  }
  std::size_t add_device() {
    town_.devices.push_back(support::Device::fresh(random_));
    return town_.devices.size() - 1;
  }
  Secret32 fresh_token() { return Secret32::from(random_.secret(Secret32::kSize).view()).value(); }

  void add_circle(std::size_t supporter) {
    CircleId circle;
    random_.fill(circle.bytes);
    const DeviceId owner = town_.devices[supporter].id;
    std::vector<std::size_t> members{supporter};
    (void)ask(domain::CreateCircle{owner, circle, now_});
    for (std::uint64_t epoch = 0; epoch < kParentsPerCircle; ++epoch) {
      members.push_back(add_device());
      const Selector slip{++selector_};
      const Secret32 token = fresh_token();
      MessageId join;
      random_.fill(join.bytes);
      (void)ask(domain::MakeCircleSlip{owner,
                                       circle,
                                       slip,
                                       token.copy(),
                                       wire::Role::parent,
                                       expires_,
                                       {epoch},
                                       wire::Blob(100),
                                       std::nullopt,
                                       now_});
      (void)ask(domain::RedeemCircleSlip{slip,
                                         token.copy(),
                                         registered(town_.devices[members.back()]),
                                         std::nullopt,
                                         join,
                                         {epoch},
                                         wire::Blob(200),
                                         {},
                                         now_});
    }
    const Sequence head{kParentsPerCircle};
    for (const std::size_t member : members) (void)ask(domain::Acknowledge{town_.devices[member].id, circle, head});
    town_.circles.push_back(circle);
    town_.beginnings.push_back({members, head, {kParentsPerCircle}});
  }

  storage::Storage& store_;
  Town& town_;
  crypto::SystemRandom random_;
  Instant now_ = SystemClock().now();
  Day expires_{domain::stockholm_day(now_).value + kSlipDays};
  std::uint32_t selector_ = 0;
};

}  // namespace

std::size_t Town::circle_number(const CircleId& id) const {
  return static_cast<std::size_t>(std::ranges::find(circles, id) - circles.begin());
}

std::vector<std::size_t> Town::circles_of(std::size_t device) const {
  std::vector<std::size_t> found;
  for (std::size_t circle = 0; circle < beginnings.size(); ++circle) {
    if (std::ranges::find(beginnings[circle].devices, device) != beginnings[circle].devices.end())
      found.push_back(circle);
  }
  return found;
}

Town make_town(const fs::path& binary, const fs::path& folder) {
  Victim maker(binary, folder);
  const fs::path config = folder / "config.json";
  std::ofstream(config) << kConfig;
  if (maker.run({"init", "--data", maker.data().string(), "--config", config.string(), "--dev-cert"}) != 0)
    throw std::runtime_error("bredvid init failed: " + maker.log());
  Town town;
  town.data = maker.data();
  const app::DataFolder data{town.data};
  storage::OpenOptions options;
  options.database = data.database();
  options.key = app::obtain_key({app::KeyKind::file, data.database_key(), std::nullopt}).value().copy();
  options.span_keys = data.span_keys();
  auto store = storage::open(std::move(options));
  if (!store) throw std::runtime_error("the new database could not be opened");
  Builder(**store, town).build();
  (*store)->close();
  // Each story's first start makes its own; 8 MiB less to copy.
  fs::remove(data.reserve());
  return town;
}

void copy_town(const Town& town, const fs::path& folder) {
  fs::remove_all(folder / "data");
  fs::copy(town.data, folder / "data", fs::copy_options::recursive);
}

}  // namespace bredvid::crash
