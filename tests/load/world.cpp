#include "tests/load/world.h"

#include <sys/resource.h>
#include <time.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "crypto/primitives/hash.h"
#include "crypto/primitives/system_random.h"
#include "server/app/key_source.h"
#include "server/domain/calendar.h"
#include "server/storage/storage.h"

namespace bredvid::load {
namespace {

constexpr std::uint32_t kSlipDays = 5;
// Below the store's queue limit: nothing is refused.
constexpr std::size_t kUnderWay = 2000;
constexpr std::size_t kCommitBytes = 900;
constexpr std::size_t kSealedBytes = 2000;

// Requests in order, without waiting for each.
class Seeder {
 public:
  explicit Seeder(storage::Storage& store) : store_(store) {}
  ~Seeder() { wait_below(1); }
  void submit(domain::StoreRequest request) {
    wait_below(kUnderWay);
    ++under_way_;
    store_.submit(std::move(request), [this](domain::StoreResult result) {
      if (!result) failed_ = true;
      --under_way_;
    });
  }
  [[nodiscard]] bool finish() {
    wait_below(1);
    return !failed_;
  }

 private:
  void wait_below(std::size_t limit) {
    while (under_way_ >= limit) std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  storage::Storage& store_;
  std::atomic<std::size_t> under_way_{0};
  std::atomic<bool> failed_{false};
};

domain::NewDevice registered(const support::Device& device) {
  domain::NewDevice made{device.id, {}, device.share_id, device.share.copy(), {}};
  std::ranges::copy(device.login_key.public_key, made.login_key.begin());
  std::ranges::copy(crypto::sha256(device.share_auth.view()), made.share_auth_hash.begin());
  return made;
}

Secret32 fresh_token(Random& random) {
  return Secret32::from(random.secret(Secret32::kSize).view()).value();
}

OrganisationId make_organisation(storage::Storage& store, Instant now) {
  std::atomic<bool> ready = false;
  OrganisationId made;
  store.submit(domain::MakeOrganisation{wire::OrgKind::municipality, "Krisstöd", ""}, [&](domain::StoreResult result) {
    if (result) made = std::get<domain::OrganisationMade>(*result).organisation_id;
    ready = true;
  });
  store.submit(domain::Maintain{now}, [](domain::StoreResult) {});
  while (!ready) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return made;
}

std::uint64_t number_after(const std::string& text, const std::string& label) {
  const auto at = text.find(label);
  return at == std::string::npos ? 0 : std::stoull(text.substr(at + label.size()));
}

}  // namespace

World::World(std::filesystem::path binary, std::size_t pairs, std::size_t loners)
    : server_(std::make_unique<support::ServerProcess>(std::move(binary))) {
  if (server_->init().exit_code != 0) throw std::runtime_error("bredvid init failed");
  seed(pairs, loners);
}

void World::seed(std::size_t pairs, std::size_t loners) {
  crypto::SystemRandom random;
  const app::DataFolder folder{server_->data()};
  storage::OpenOptions options;
  options.database = folder.database();
  options.key = app::obtain_key({app::KeyKind::file, folder.database_key(), std::nullopt}).value().copy();
  options.span_keys = folder.span_keys();
  auto store = storage::open(std::move(options));
  if (!store) throw std::runtime_error("the database could not be opened");
  const Instant now = SystemClock().now();
  const Day expires{domain::stockholm_day(now).value + kSlipDays};
  const OrganisationId organisation = make_organisation(**store, now);
  std::uint32_t selector = 0;
  Seeder seeder(**store);
  // Redeeming is for strangers, and only so many are let try in a second (domain/guess_limit.h): time goes on.
  std::int64_t redeemed = 0;
  const auto later = [&] { return Instant{now.ms + 2 * ++redeemed}; };
  const auto staff = [&](const support::Device& device) {
    const Selector slip{++selector};
    const Secret32 token = fresh_token(random);
    seeder.submit(domain::MakeOperatorSlip{organisation, slip, token.copy(), wire::Role::supporter, expires, now});
    seeder.submit(domain::RedeemStaffSlip{slip, token.copy(), registered(device), later()});
  };
  for (std::size_t i = 0; i < loners; ++i) {
    loners_.push_back(support::Device::fresh(random));
    staff(loners_.back());
  }
  for (std::size_t i = 0; i < pairs; ++i) {
    Pair pair{support::Device::fresh(random), support::Device::fresh(random), {}, {1}};
    random.fill(pair.circle.bytes);
    staff(pair.supporter);
    const Selector slip{++selector};
    const Secret32 token = fresh_token(random);
    MessageId join;
    random.fill(join.bytes);
    seeder.submit(domain::CreateCircle{pair.supporter.id, pair.circle, now});
    seeder.submit(domain::MakeCircleSlip{pair.supporter.id,
                                         pair.circle,
                                         slip,
                                         token.copy(),
                                         wire::Role::parent,
                                         expires,
                                         {0},
                                         wire::Blob(kSealedBytes),
                                         std::nullopt,
                                         now});
    seeder.submit(domain::RedeemCircleSlip{
        slip, token.copy(), registered(pair.parent), std::nullopt, join, {0}, wire::Blob(kCommitBytes), {}, later()});
    // The joining commit has been seen by both.
    seeder.submit(domain::Acknowledge{pair.supporter.id, pair.circle, {1}});
    pairs_.push_back(std::move(pair));
  }
  if (!seeder.finish()) throw std::runtime_error("the people could not be made");
  (*store)->close();
}

void World::start() {
  support::ProcessOptions options;
  const std::string counter = BREDVID_SYNC_COUNTER;
  const std::string file = server_->folder() / "syncs";
  support::write_whole(file, std::string(sizeof(std::uint64_t), '\0'));
  options.before = [counter, file] {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::setenv("LD_PRELOAD", counter.c_str(), 1);
    ::setenv("BREDVID_SYNC_FILE", file.c_str(), 1);
  };
  if (!server_->start(options)) throw std::runtime_error("the server did not start: " + server_->log());
}

std::uint64_t World::syncs() const {
  const std::string raw = support::read_whole(server_->folder() / "syncs");
  std::uint64_t count = 0;
  if (raw.size() >= sizeof count) std::memcpy(&count, raw.data(), sizeof count);
  return count;
}

Usage usage_of(pid_t process) {
  const std::filesystem::path proc = "/proc/" + std::to_string(process);
  Usage usage;
  // The scheduler's own nanoseconds, summed over the threads that live; the server's threads live as long as it does.
  for (const auto& task : std::filesystem::directory_iterator(proc / "task")) {
    std::uint64_t ns = 0;
    std::istringstream(support::read_whole(task.path() / "schedstat")) >> ns;
    usage.cpu_ns += ns;
    ++usage.threads;
  }
  usage.written_bytes = number_after(support::read_whole(proc / "io"), "\nwrite_bytes: ");
  const std::string memory = support::read_whole(proc / "smaps_rollup");
  usage.pss_bytes = number_after(memory, "\nPss: ") * 1024;
  usage.rss_bytes = number_after(memory, "\nRss: ") * 1024;
  for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator(proc / "fd")) ++usage.descriptors;
  return usage;
}

std::uint64_t own_cpu_ns() {
  timespec spent{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<std::uint64_t>(spent.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(spent.tv_nsec);
}

}  // namespace bredvid::load
