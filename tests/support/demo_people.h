// The demo's circles, made through the real server by each supporter's first device.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/support/person.h"

namespace bredvid::support {

struct DemoSupporter {
  std::string organisation;  ///< municipality or association
  std::string name;
  /// makes this demo's own device a supporter
  circle::Slip own_staff_slip;
  /// not used here: begins the link for the browser
  std::string browser_staff_text;
  int circles = 1;
};

/// Plays one supporter and appends to `out["supporters"]` and `out["parents"]`. The person stays logged in.
[[nodiscard]] Person play_supporter(const ConnectOptions& server, const std::string& base_url, const DemoSupporter& who,
                                    nlohmann::json& out);

/// What stands behind "#s=" (and "&s=") of a link: its slips' texts.
[[nodiscard]] std::vector<std::string> slips_of(const std::string& link);

}  // namespace bredvid::support
