// The texts of tests/data/transcript.json, said by native clients through the real server and compared on the other
// side byte for byte. The demo does this on its first start; a test does it too.
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/support/person.h"

namespace bredvid::support {

/// Who plays the people: `supporter` is given the organisation ("municipality", "association") and the name and returns
/// somebody who is staff already; `somebody` is given the name.
struct Cast {
  std::function<Person(const std::string& organisation, const std::string& name)> supporter;
  std::function<Person(const std::string& name)> somebody;
};

struct Replayed {
  std::size_t messages = 0;
  std::size_t bytes = 0;  ///< of UTF-8 text
};

/// Throws Refused when the file can't be read.
[[nodiscard]] nlohmann::json read_transcript(const std::filesystem::path& file);

/// Every conversation in a circle of its own, which both leave at the end: nothing of it waits on the server
/// afterwards. Throws Refused when a text does not arrive, or arrives changed, twice or out of order.
Replayed replay(const nlohmann::json& transcript, const Cast& cast);

}  // namespace bredvid::support
