// A story: a town, a server, and cycle after cycle of load and sudden death, held against the model.
//
// One cycle: start on what the last death left; everybody who is awake logs in and must be given all that is owed
// (the verdict on the last death); then load, until the moment that chance has chosen, and the end comes. What remains
// of the data folder after the end is the `Aftermath`'s business: all of it (kill -9), or what a disk would keep (a
// power cut).
#pragma once

#include <array>

#include "tests/crash/member.h"

namespace bredvid::crash {

/// Called around each life of the server.
class Aftermath {
 public:
  virtual ~Aftermath() = default;
  /// Before a start: what the process gets besides its words.
  [[nodiscard]] virtual Surroundings before(const std::filesystem::path& data) = 0;
  /// The process is dead: changes the folder to what remains.
  virtual void after(const std::filesystem::path& data, Chance& chance) = 0;
};

/// kill -9: the kernel keeps everything that was written.
class NothingMore final : public Aftermath {
 public:
  explicit NothingMore(Surroundings surroundings = {}) : surroundings_(std::move(surroundings)) {}
  Surroundings before(const std::filesystem::path&) override { return surroundings_; }
  void after(const std::filesystem::path&, Chance&) override {}

 private:
  Surroundings surroundings_;
};

enum class Moment : std::uint8_t {
  /// before the ready line: during the recovery of the death before
  starting,
  /// while everybody logs in and is given what waits
  settling,
  /// some time into the load
  load,
  /// in the moment of an answer, when the next commit is about to begin
  after_commit,
  /// while the log is copied into the file
  checkpoint,
};
constexpr std::size_t kMoments = 5;
[[nodiscard]] const char* name_of(Moment moment);

class Story {
 public:
  Story(const Town& town, const std::filesystem::path& binary, Aftermath& aftermath, std::uint64_t seed);
  /// For a mutant, which may also withhold: settling is cut short, and only what is lost counts.
  void look_for_losses_only() { losses_only_ = true; }

  /// One cycle. False: it is over, see violations() and failure().
  [[nodiscard]] bool cycle();
  /// A last start and a last settlement, with everybody awake. False as above.
  [[nodiscard]] bool finish();

  /// One life under load that nobody ends: the exit code when the server ends by itself, -1 when it does not in time.
  [[nodiscard]] int live_until_it_ends(bool with_checkpoints);

  [[nodiscard]] const Model& model() const { return model_; }
  /// The server did not start, or a client met what it never should; empty: neither.
  [[nodiscard]] const std::string& failure() const { return failure_; }
  [[nodiscard]] const std::vector<StartTime>& starts() const { return starts_; }
  [[nodiscard]] std::size_t deaths(Moment moment) const { return deaths_[static_cast<std::size_t>(moment)]; }
  [[nodiscard]] std::string log() const { return victim_.log(); }

 private:
  struct Plan {
    Moment moment{Moment::load};
    std::chrono::microseconds after{0};  ///< of the moment's own clock
    std::uint64_t answers = 0;           ///< for after_commit
  };
  [[nodiscard]] Plan make_plan();
  [[nodiscard]] bool start();
  void wake(bool everybody);
  void settle();
  void live(const Plan& plan);
  void die(Moment moment);
  void hear_the_rest();
  void turn(std::chrono::microseconds most = std::chrono::microseconds(500));
  [[nodiscard]] std::chrono::microseconds random_time(std::chrono::microseconds most);
  [[nodiscard]] bool good();

  const Town& town_;
  Aftermath& aftermath_;
  ScratchFolder folder_;
  Victim victim_;
  Chance chance_;
  Model model_;
  load::Loop loop_;
  load::TlsContext tls_;
  Scene scene_;
  std::vector<std::unique_ptr<Member>> members_;
  std::vector<std::size_t> awake_;
  std::vector<StartTime> starts_;
  std::array<std::size_t, kMoments> deaths_{};
  std::string failure_;
  bool losses_only_ = false;
};

}  // namespace bredvid::crash
