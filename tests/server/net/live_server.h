// A test's own server, and the usual beginnings of a conversation.
#pragma once

#include <gtest/gtest.h>

#include <csignal>

#include "crypto/circle/slip.h"
#include "tests/support/person.h"
#include "tests/support/server_process.h"

namespace bredvid::support {

class LiveServer : public ::testing::Test {
 protected:
  void SetUp() override {
    const CommandResult made = server.init();
    ASSERT_EQ(made.exit_code, 0) << made.err;
    ASSERT_TRUE(server.start()) << server.log();
  }

  [[nodiscard]] circle::Slip staff(const std::string& role = "supporter", const std::string& org = "municipality") {
    return circle::parse_slip(server.staff_slip(role, org)).value();
  }
  [[nodiscard]] Person somebody(const std::string& name) { return Person(server.connect_options(), name); }
  [[nodiscard]] Person supporter(const std::string& name = "Karin", const std::string& org = "municipality") {
    Person person = somebody(name);
    person.redeem_staff(staff("supporter", org));
    return person;
  }

  ServerProcess server{BREDVID_BINARY};
};

/// The code's name with which `step` is refused; "nothing" when it is not.
template <class Step>
std::string refusal(Step step) {
  try {
    step();
  } catch (const Refused& refused) {
    return refused.what();
  }
  return "nothing";
}

/// The code's name of an error frame; "no error" for another frame, "nothing" for none.
inline std::string code_of(const std::optional<wire::ServerFrame>& frame) {
  if (!frame) return "nothing";
  const auto* error = std::get_if<wire::Error>(&*frame);
  if (error == nullptr) return "no error";
  const auto code = error_code_from(error->code);
  return std::string(code ? name(*code) : "unknown");
}

}  // namespace bredvid::support
