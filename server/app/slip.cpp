#include "crypto/circle/slip.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "crypto/primitives/system_random.h"
#include "server/app/civil_date.h"
#include "server/app/commands.h"
#include "server/app/reach.h"

namespace bredvid::app {
namespace {

// Of a million selectors some thousand may be live: two collisions in a row are one in a million.
constexpr int kSelectorTries = 5;

const char* role_name(wire::Role role) {
  switch (role) {
    case wire::Role::parent:
      return "parent";
    case wire::Role::supporter:
      return "supporter";
    case wire::Role::coordinator:
      return "coordinator";
    case wire::Role::lead:
      break;
  }
  return "lead";
}

SlipOrder order_for(const SlipOptions& options, const circle::Slip& slip) {
  SlipOrder order;
  order.kind = options.kind;
  order.organisation_name = options.organisation_name;
  order.role = options.role;
  order.days = options.days;
  order.label = options.label;
  order.selector = Selector{slip.selector};
  order.token = Secret32::from(circle::redeem_token(slip).view()).value();
  return order;
}

void print(const SlipOptions& options, const Config& config, const circle::Slip& slip, const SlipDone& done,
           std::ostream& out) {
  const std::string text = circle::slip_text(slip);
  const std::string link = options.base_url.value_or(config.base_url) + "/#s=" + text;
  const std::string expires = format_date(done.expires);
  if (options.json) {
    out << nlohmann::json{{"link", link},
                          {"text", text},
                          {"selector", slip.selector},
                          {"expires", expires},
                          {"role", role_name(options.role)},
                          {"organisation", done.organisation_name}}
        << "\n";
    return;
  }
  out << "A slip for one " << role_name(options.role) << " of " << done.organisation_name << ", good until " << expires
      << " and once. Hand it over in person.\n"
      << "link: " << link << "\n"
      << "text: " << text << "\n";
}

}  // namespace

OperatorResult<void> run_slip(const SlipOptions& options, const Clock& clock, std::ostream& out) {
  const auto config = read_config_file(options.data.config());
  if (!config) return std::unexpected(config.error());
  crypto::SystemRandom random;
  for (int attempt = 1;; ++attempt) {
    const circle::Slip slip = circle::make_slip(options.typed ? circle::SlipForm::typed : circle::SlipForm::qr, random);
    const auto answer = reach(options.data, *config, order_for(options, slip), clock);
    if (answer) {
      print(options, *config, slip, std::get<SlipDone>(*answer), out);
      return {};
    }
    if (answer.error().code != ErrorCode::slip_selector_taken || attempt == kSelectorTries)
      return std::unexpected(answer.error());
  }
}

}  // namespace bredvid::app
