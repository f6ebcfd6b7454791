#include "tests/support/transcript.h"

#include <fstream>

namespace bredvid::support {
namespace {

constexpr std::uint32_t kSlipDays = 1;

/// One end of a conversation, and what the other end must have said to it.
struct End {
  Person person;
  std::vector<std::string> expected;
};

void check_heard(const End& end) {
  const auto& heard = end.person.heard();
  if (heard.size() != end.expected.size()) throw Refused("a text came twice or not at all", heard.size());
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (heard[i].text != end.expected[i]) throw Refused("a text came back changed", i);
  }
}

Replayed replay_one(const nlohmann::json& people, const nlohmann::json& messages, const Cast& cast) {
  std::map<std::string, End> ends;
  std::string supporter_id;
  for (const auto& message : messages) {
    const std::string from = message.at("from");
    const auto& who = people.at(from);
    if (who.at("role") != "supporter") continue;
    supporter_id = from;
    ends.emplace(from, End{cast.supporter(who.at("organisation"), who.at("name")), {}});
    break;
  }
  if (supporter_id.empty()) throw Refused("a conversation without a supporter", 0);
  const CircleId circle = ends.at(supporter_id).person.create_circle();
  Replayed done;
  for (const auto& message : messages) {
    const std::string from = message.at("from");
    const std::string text = message.at("text");
    if (!ends.contains(from)) {
      End parent{cast.somebody(people.at(from).at("name")), {}};
      static_cast<void>(
          parent.person.join(ends.at(supporter_id).person.make_slip(circle, circle::Role::parent, kSlipDays)));
      ends.emplace(from, std::move(parent));
    }
    ends.at(from).person.say(circle, text);
    for (auto& [id, end] : ends) {
      if (id == from) continue;
      end.expected.push_back(text);
      if (!end.person.listen_until(end.expected.size())) throw Refused("a text did not arrive", done.messages);
    }
    ++done.messages;
    done.bytes += text.size();
  }
  for (auto& [id, end] : ends) check_heard(end);
  for (auto& [id, end] : ends) static_cast<void>(end.person.request(wire::CircleLeave{{}, circle}));
  return done;
}

}  // namespace

nlohmann::json read_transcript(const std::filesystem::path& file) {
  std::ifstream in(file);
  auto transcript = nlohmann::json::parse(in, nullptr, false);
  if (!in || transcript.is_discarded()) throw Refused("the transcript can't be read: " + file.string(), 0);
  return transcript;
}

Replayed replay(const nlohmann::json& transcript, const Cast& cast) {
  Replayed all;
  for (const auto& conversation : transcript.at("conversations")) {
    const Replayed one = replay_one(transcript.at("people"), conversation.at("messages"), cast);
    all.messages += one.messages;
    all.bytes += one.bytes;
  }
  return all;
}

}  // namespace bredvid::support
