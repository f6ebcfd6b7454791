#include <nlohmann/json.hpp>
#include <ostream>

#include "server/app/commands.h"
#include "server/app/doctor_verdicts.h"

namespace bredvid::app {
namespace {

constexpr std::size_t kNameWidth = 15;

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      return "ok";
    case Verdict::look:
      return "look";
    case Verdict::bad:
      break;
  }
  return "bad";
}

void print_line(const Finding& one, std::ostream& out) {
  const std::string verdict = word(one.verdict);
  out << verdict << std::string(6 - verdict.size(), ' ') << one.check
      << std::string(kNameWidth - std::min(kNameWidth - 1, one.check.size()), ' ') << one.text;
  if (one.code) out << " [" << name(*one.code) << "]";
  out << "\n";
}

void print_json(const std::vector<Finding>& findings, std::ostream& out) {
  auto checks = nlohmann::json::array();
  for (const Finding& one : findings) {
    nlohmann::json check{{"check", one.check}, {"verdict", word(one.verdict)}, {"text", one.text}};
    if (one.code) check["code"] = name(*one.code);
    checks.push_back(std::move(check));
  }
  const auto code = worst(findings);
  const nlohmann::json exit = code ? static_cast<int>(*code) : 0;
  out << nlohmann::json{{"checks", std::move(checks)}, {"exit", exit}} << "\n";
}

}  // namespace

std::optional<ErrorCode> run_doctor(const DoctorOptions& options, const Clock& clock, std::ostream& out) {
  const auto findings = judge(gather_facts(options, clock));
  if (options.json) {
    print_json(findings, out);
  } else {
    for (const Finding& one : findings) print_line(one, out);
  }
  return worst(findings);
}

}  // namespace bredvid::app
