#include "tests/support/demo_people.h"

namespace bredvid::support {
namespace {

// As long as a slip may last: the demo is looked at for weeks.
constexpr std::uint32_t kSlipDays = 30;

}  // namespace

Person play_supporter(const ConnectOptions& server, const std::string& base_url, const DemoSupporter& who,
                      nlohmann::json& out) {
  Person person(server, who.name);
  person.redeem_staff(who.own_staff_slip);
  std::string link = base_url + "/#s=" + who.browser_staff_text;
  for (int i = 1; i <= who.circles; ++i) {
    const CircleId id = person.create_circle();
    const auto hello = person.circle(id).hello(circle::ContentId::fresh(randomness()), now_ms(), randomness());
    if (!hello) throw Refused(circle::code_name(hello.error().code), 0);
    MessageId message_id;
    randomness().fill(message_id.bytes);
    static_cast<void>(person.request(wire::SendMessage{{}, id, message_id, Epoch{hello->epoch}, hello->blob}));
    const std::string parent = circle::slip_text(person.make_slip(id, circle::Role::parent, kSlipDays));
    // The person in the browser takes this device's place in the circle.
    link += "&s=" + circle::slip_text(person.make_slip(id, circle::Role::supporter, kSlipDays, true));
    out["parents"].push_back({{"organisation", who.organisation},
                              {"circle", i},
                              {"supporter", who.name},
                              {"link", base_url + "/#s=" + parent},
                              {"text", parent}});
  }
  out["supporters"].push_back({{"organisation", who.organisation}, {"name", who.name}, {"link", link}});
  return person;
}

std::vector<std::string> slips_of(const std::string& link) {
  std::vector<std::string> texts;
  for (std::size_t at = link.find("s=", link.find('#')); at != std::string::npos; at = link.find("s=", at)) {
    at += 2;
    const std::size_t end = link.find('&', at);
    texts.push_back(link.substr(at, end == std::string::npos ? end : end - at));
  }
  return texts;
}

}  // namespace bredvid::support
