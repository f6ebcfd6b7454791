#include "tests/mutants/given.h"

namespace bredvid::mutants {
namespace {

constexpr std::size_t kDonors = 4;

std::uint8_t last_byte(const Node& message, std::string_view field) {
  const Node* found = find(message, field);
  return found == nullptr || found->bytes.empty() ? 0 : found->bytes.back();
}

// Messages of one shape have the same fields.
std::pair<std::uint8_t, std::uint8_t> shape(const Node& message) {
  return {last_byte(message, "wire_format"), last_byte(message, "content_type")};
}

}  // namespace

std::size_t Collection::add(std::string place, Bytes bytes) {
  auto node = parse(structure_, bytes);
  EXPECT_TRUE(node.has_value() && node->write() == bytes) << place << " is no message of its kind";
  genuine_.insert(bytes);
  all_.push_back({std::move(place), std::move(bytes), node ? std::move(*node) : Node{}});
  return all_.size() - 1;
}

std::vector<Mutant> Collection::mutants_of(std::size_t index) const {
  const Given& given = all_[index];
  std::vector<const Node*> donors;
  for (std::size_t i = 1; i < all_.size() && donors.size() < kDonors; ++i) {
    const Given& other = all_[(index + i) % all_.size()];
    if (shape(other.node) == shape(given.node)) donors.push_back(&other.node);
  }
  std::uint64_t seed = run_seed();
  for (char letter : given.place) seed = (seed ^ static_cast<std::uint8_t>(letter)) * 0x100000001b3U;
  Choice choice(seed);
  auto mutants = make_mutants(given.node, donors, genuine_, kMutantsPerMessage, choice);
  EXPECT_GE(mutants.size(), kMutantsPerMessage) << given.place;
  return mutants;
}

std::string kind_of(const Node& message) {
  static constexpr const char* kFormats[] = {"?",       "PublicMessage", "PrivateMessage",
                                             "Welcome", "GroupInfo",     "KeyPackage"};
  static constexpr const char* kContents[] = {"", "application", "proposal", "commit"};
  const auto [format, content] = shape(message);
  if (format > 5 || content > 3) return "?";
  if (content == 0) return kFormats[format];
  const bool external = last_byte(message, "sender_type") == 4;
  return std::string(external ? "external " : "") + kContents[content] + " (" + kFormats[format] + ")";
}

std::string describe(const Given& given, const Mutant& mutant) {
  return given.place + ", " + mutant.way + " " + mutant.field + ": " + vectors::hex(mutant.bytes).substr(0, 2000);
}

vectors::Json read_entries(const std::string& file) {
  const auto text = vectors::read_vector_file(file);
  if (!text) return vectors::Json::array();
  auto parsed = vectors::Json::parse(*text, nullptr, false);
  EXPECT_TRUE(parsed.is_array()) << file << " is not a list";
  return parsed.is_array() ? parsed : vectors::Json::array();
}

}  // namespace bredvid::mutants
