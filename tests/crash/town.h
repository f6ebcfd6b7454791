// The people of the crash tests: a data folder with circles in it, made once straight through the storage, and copied
// for each story.
#pragma once

#include <filesystem>
#include <vector>

#include "tests/crash/model.h"
#include "tests/crash/victim.h"
#include "tests/support/device.h"

namespace bredvid::crash {

/// Two supporters with two circles each, and two parents in each circle: ten devices, four circles.
struct Town {
  std::vector<support::Device> devices;
  std::vector<CircleId> circles;
  /// what a model has to know
  std::vector<Beginning> beginnings;
  std::filesystem::path data;

  [[nodiscard]] std::size_t circle_number(const CircleId& id) const;
  /// The circles of a device, as numbers.
  [[nodiscard]] std::vector<std::size_t> circles_of(std::size_t device) const;
};

/// Makes the town in `folder`/data. Throws std::runtime_error.
[[nodiscard]] Town make_town(const std::filesystem::path& binary, const std::filesystem::path& folder);
/// A fresh copy of the town's data folder at `folder`/data.
void copy_town(const Town& town, const std::filesystem::path& folder);

}  // namespace bredvid::crash
