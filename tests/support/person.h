// Somebody with one device, doing what the web client does: slips, circles, messages, all through the real server.
//
// A call that the server or the crypto refuses throws Refused with the code's name: a test or the demo that does
// not expect it ends there. State lives in memory alone; `reconnect` is the same device coming back.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "crypto/circle/circle.h"
#include "tests/support/device.h"
#include "tests/support/wire_client.h"

namespace bredvid::support {

class Refused : public std::runtime_error {
 public:
  Refused(std::string code_name, std::uint64_t detail_number)
      : std::runtime_error(std::move(code_name)), detail(detail_number) {}
  std::uint64_t detail;
};

/// A text as somebody else's device shows it.
struct Heard {
  CircleId circle;
  std::string from;
  std::string text;
};

class Person {
 public:
  Person(ConnectOptions server, std::string name);

  void connect();
  /// Connects (again) and logs in; new envelopes come with `listen`.
  void reconnect();
  void disconnect() { client_.cut(); }
  /// The server is somewhere else from now on: after a restart it has another port.
  void move_to(ConnectOptions server) { server_ = std::move(server); }

  /// A staff slip: this device becomes a member of staff.
  void redeem_staff(const circle::Slip& slip);
  /// A door, that is a poster: this device is enrolled and waits there.
  wire::Waiting wait_at(const circle::Slip& door, OrganisationNumber where, const Key32& wait_key);
  /// A circle's slip: enrols the device when it is new, joins, says hello.
  CircleId join(const circle::Slip& slip);
  /// What the slip is for; uses nothing up.
  [[nodiscard]] wire::SlipInfo look_at(const circle::Slip& slip);

  [[nodiscard]] CircleId create_circle();
  [[nodiscard]] circle::Slip make_slip(const CircleId& circle, circle::Role role, std::uint32_t days,
                                       bool replaces_me = false);
  /// Returns when the server has it on disk. Fetches and tries again while the circle has moved on.
  void say(const CircleId& circle, const std::string& text);
  void remove(const CircleId& circle, const circle::MemberId& member);

  /// Takes envelopes until `count` texts of others have been heard in all; false: not in time.
  [[nodiscard]] bool listen_until(std::size_t count, std::chrono::milliseconds patience = WireClient::kPatience);
  /// Takes what comes within that time.
  void listen_for(std::chrono::milliseconds time);

  /// Sends a request and returns its answer; throws Refused for an error frame or a closed connection.
  [[nodiscard]] wire::ServerFrame ask(wire::ClientFrame frame);
  /// Sets the request's id.
  template <class Frame>
  [[nodiscard]] wire::ServerFrame request(Frame frame) {
    frame.rid = client_.fresh_rid();
    return ask(std::move(frame));
  }

  [[nodiscard]] const std::vector<Heard>& heard() const { return heard_; }
  [[nodiscard]] circle::Circle& circle(const CircleId& id) { return circles_.at(id); }
  [[nodiscard]] const std::vector<wire::Span>& spans() const { return spans_; }
  [[nodiscard]] WireClient& client() { return client_; }
  [[nodiscard]] const Device& device() const { return device_; }
  [[nodiscard]] const Key32& challenge() const { return challenge_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The highest sequence taken of each circle.
  [[nodiscard]] Sequence taken(const CircleId& id) const { return taken_.at(id); }
  /// Everything that went over this person's connections.
  [[nodiscard]] std::vector<std::vector<std::uint8_t>> traffic() const;

 private:
  void deliver(const CircleId& circle, const circle::Content& content);
  void submit(const CircleId& circle, const circle::Outgoing& outgoing, const MessageId& id);
  /// person_inbox.cpp
  void take(const wire::Envelope& envelope);
  bool take_news(std::chrono::milliseconds patience);

  ConnectOptions server_;
  std::string name_;
  Device device_;
  WireClient client_;
  Key32 challenge_{};
  bool enrolled_ = false;
  std::map<CircleId, circle::Circle> circles_;
  std::map<CircleId, Sequence> taken_;
  std::vector<Heard> heard_;
  std::vector<circle::ContentId> seen_;
  std::vector<wire::Span> spans_;
  std::vector<std::vector<std::uint8_t>> old_traffic_;
};

/// The machine's randomness and time, for whoever plays a client.
[[nodiscard]] Random& randomness();
[[nodiscard]] std::uint64_t now_ms();
[[nodiscard]] Day today();

}  // namespace bredvid::support
