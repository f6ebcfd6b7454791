// A power cut: the server runs under preload/recorder.c, and after its death the data folder is made into what a disk
// would have kept (recording.h).
#pragma once

#include "tests/crash/recording.h"
#include "tests/crash/story.h"

namespace bredvid::crash {

class PowerCut final : public Aftermath {
 public:
  explicit PowerCut(Surroundings more = {}) : more_(std::move(more)) {}

  Surroundings before(const std::filesystem::path& data) override;
  void after(const std::filesystem::path& data, Chance& chance) override;

  [[nodiscard]] std::uint64_t syncs() const { return syncs_; }
  [[nodiscard]] std::uint64_t changes() const { return changes_; }

 private:
  Surroundings more_;
  ScratchFolder folder_;
  Disk disk_;
  std::map<std::string, std::uint64_t> folders_;
  std::uint64_t syncs_ = 0;
  std::uint64_t changes_ = 0;
};

}  // namespace bredvid::crash
