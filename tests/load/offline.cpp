// Messages for people who are away, and their coming back.
#include "tests/load/person.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::minutes kPatience{3};
// Messages of one sender that are not stored yet: all together stay below the queue of the store.
constexpr std::size_t kWindow = 16;
constexpr std::uint32_t kAckEvery = 32;

struct Sender {
  std::unique_ptr<Person> person;
  const Pair* pair = nullptr;
  std::size_t sent = 0;
  std::size_t stored = 0;
};

void fill(Sender& sender, std::size_t each) {
  sender.person->client().cork();
  while (sender.sent < each && sender.sent - sender.stored < kWindow) {
    sender.person->say(sender.pair->circle, sender.pair->epoch, sender.sent++);
  }
  sender.person->client().uncork();
}

double per(std::uint64_t total_ns, std::size_t count) {
  return static_cast<double>(total_ns) / 1000.0 / static_cast<double>(count);
}

void require(bool good, const char* what) {
  if (!good) throw std::runtime_error(what);
}

nlohmann::json store(World& world, std::vector<Sender>& senders, std::size_t each, Loop& loop) {
  const std::size_t total = senders.size() * each;
  std::size_t stored = 0;
  for (Sender& sender : senders) {
    sender.person->on_stored([&sender, &stored, each](RequestId) {
      ++sender.stored;
      ++stored;
      if (sender.sent < each && sender.sent - sender.stored <= kWindow / 2) fill(sender, each);
    });
  }
  const Usage before = usage_of(world.server().pid());
  const std::uint64_t own_before = own_cpu_ns();
  const std::uint64_t syncs_before = world.syncs();
  const auto began = Clock::now();
  for (Sender& sender : senders) fill(sender, each);
  const auto refused = [&] {
    return std::ranges::any_of(senders, [](const Sender& sender) { return sender.person->failed(); });
  };
  require(loop.run_until([&] { return stored == total || refused(); }, kPatience), "not everything was stored in time");
  require(!refused(), "the server refused a message");
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  const Usage after = usage_of(world.server().pid());
  return {{"stored_per_s", static_cast<double>(total) / seconds},
          {"server_cpu_us_per_message", per(after.cpu_ns - before.cpu_ns, total)},
          {"client_cpu_us_per_message", per(own_cpu_ns() - own_before, total)},
          {"written_bytes_per_message",
           static_cast<double>(after.written_bytes - before.written_bytes) / static_cast<double>(total)},
          {"syncs_per_message", static_cast<double>(world.syncs() - syncs_before) / static_cast<double>(total)}};
}

nlohmann::json drain(World& world, std::size_t total, Loop& loop, SSL_CTX* tls) {
  std::vector<std::unique_ptr<Person>> parents;
  std::uint64_t received = 0;
  const Usage before = usage_of(world.server().pid());
  const auto began = Clock::now();
  for (const Pair& pair : world.pairs()) {
    parents.push_back(std::make_unique<Person>(loop, tls, world.server().port(), pair.parent));
    parents.back()->acknowledge_every(kAckEvery);
    parents.back()->on_envelope([&received](const wire::Envelope&) { ++received; });
  }
  require(loop.run_until([&] { return received >= total; }, kPatience), "not everything was delivered in time");
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  for (auto& parent : parents) parent->acknowledge_now();
  loop.turn(std::chrono::milliseconds(100));
  const Usage after = usage_of(world.server().pid());
  require(received == total, "something was delivered twice");
  return {{"drained_per_s", static_cast<double>(total) / seconds},
          {"drain_cpu_us_per_message", per(after.cpu_ns - before.cpu_ns, total)}};
}

}  // namespace

void run_offline(const Options& options) {
  const std::size_t users = options.clients != 0 ? options.clients : 200;
  const std::size_t each = (options.messages != 0 ? options.messages : 20000) / users;
  World world(options.binary, users, 0);
  world.start();
  Loop loop;
  const TlsContext tls = client_tls();
  std::vector<Sender> senders(users);
  for (std::size_t i = 0; i < users; ++i) {
    senders[i].pair = &world.pairs()[i];
    senders[i].person = std::make_unique<Person>(loop, tls.get(), world.server().port(), world.pairs()[i].supporter);
    // Their own copies; one by one they would fill the store's queue with acknowledgements.
    senders[i].person->acknowledge_every(kAckEvery);
  }
  require(
      loop.run_until([&] { return std::ranges::all_of(senders, [](const Sender& s) { return s.person->active(); }); },
                     kPatience),
      "the senders could not log in");
  nlohmann::json line = {
      {"bench", "offline"}, {"messages", users * each}, {"users", users}, {"payload_bytes", kPayload_bytes}};
  line.update(store(world, senders, each, loop));
  senders.clear();
  line.update(drain(world, users * each, loop, tls.get()));
  print(line);
}

}  // namespace bredvid::load
