// bredvid-demo: demo people for a server that runs, printed as JSON. README.md has the output.
#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>

#include "server/app/reach.h"
#include "tests/support/demo_people.h"
#include "tests/support/demo_tallies.h"
#include "tests/support/transcript.h"

namespace {

using namespace bredvid;
using namespace bredvid::support;

struct Options {
  std::string url;
  app::DataFolder data;
  std::string municipality_link;
  std::string association_link;
  bool tallies = false;
  std::filesystem::path transcript;
};

std::uint16_t port_of(const std::string& url) {
  const std::size_t colon = url.rfind(':');
  std::uint16_t port = 443;
  if (colon != std::string::npos && colon > 5) std::from_chars(url.data() + colon + 1, url.data() + url.size(), port);
  return port;
}

/// A staff slip for the demo's own device, by the operator's own door.
/// `label`: what coordinators read among their colleagues.
circle::Slip own_slip(const app::DataFolder& data, const app::Config& config, wire::OrgKind kind,
                      const std::string& label) {
  circle::Slip slip = circle::make_slip(circle::SlipForm::qr, randomness());
  app::SlipOrder order;
  order.kind = kind;
  order.days = 1;
  order.label = label;
  order.selector = Selector{slip.selector};
  order.token = Secret32::from(circle::redeem_token(slip).view()).value();
  const auto done = app::reach(data, config, std::move(order), SystemClock());
  if (!done) throw Refused(std::string(name(done.error().code)), 0);
  return slip;
}

std::string first_slip(const std::string& link) {
  const auto texts = slips_of(link);
  if (texts.empty() || !circle::parse_slip(texts[0])) throw Refused("not a link with a slip: " + link, 0);
  return texts[0];
}

nlohmann::json play(const Options& options) {
  const auto config = app::read_config_file(options.data.config());
  if (!config) throw Refused(std::string(name(config.error().code)), 0);
  const ConnectOptions server{
      port_of(options.url), options.data.resolve(config->certificate), "localhost", {}, "bredvid.v1", "/ws"};
  nlohmann::json out{{"supporters", nlohmann::json::array()}, {"parents", nlohmann::json::array()}};
  const DemoSupporter karin{"municipality", "Karin",
                            own_slip(options.data, *config, wire::OrgKind::municipality, "Karin, förra telefonen"),
                            first_slip(options.municipality_link), 2};
  const DemoSupporter yusuf{"association", "Yusuf",
                            own_slip(options.data, *config, wire::OrgKind::association, "Yusuf, förra telefonen"),
                            first_slip(options.association_link), 1};
  Person municipality = play_supporter(server, options.url, karin, out);
  Person association = play_supporter(server, options.url, yusuf, out);
  if (options.tallies) {
    out["tallies"] = send_tallies(municipality, kMunicipalityPlan) + send_tallies(association, kAssociationPlan);
  }
  if (!options.transcript.empty()) {
    const Cast cast{[&](const std::string& organisation, const std::string& name) {
                      const auto kind =
                          organisation == "association" ? wire::OrgKind::association : wire::OrgKind::municipality;
                      Person person(server, name);
                      person.redeem_staff(own_slip(options.data, *config, kind, name));
                      return person;
                    },
                    [&](const std::string& name) { return Person(server, name); }};
    const Replayed done = replay(read_transcript(options.transcript), cast);
    out["transcript"] = {{"messages", done.messages}, {"bytes", done.bytes}};
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  CLI::App app("Makes demo people in a running bredvid and prints their links as JSON.", "bredvid-demo");
  Options options;
  app.add_option("--url", options.url, "where the server is, for example https://localhost:8443")->required();
  app.add_option("--data", options.data.root, "the server's data folder")->required();
  app.add_option("--staff-link-municipality", options.municipality_link,
                 "an unused supporter's staff slip, for the browser")
      ->required();
  app.add_option("--staff-link-association", options.association_link, "the same of the association")->required();
  app.add_flag("--tallies", options.tallies, "also send the counts of a city's project, for a release");
  app.add_option("--transcript", options.transcript, "also say these texts through the server and compare every byte");
  CLI11_PARSE(app, count, words);
  try {
    std::cout << play(options).dump(2) << "\n";
    return 0;
  } catch (const std::exception& failure) {
    std::cerr << "bredvid-demo: " << failure.what() << "\n";
    return 1;
  }
}
