// The two halves of Connection that speak with the client and with the store. Internal to connection_*.cpp.
#pragma once

#include "server/domain/connection.h"

namespace bredvid::domain {

/// One overload a client frame: check the moment, the role and what needs no data, then ask the store.
struct Connection::Dispatch {
  Connection& c;
  Effects& out;
  Instant now;

  void operator()(wire::Ping& f);
  void operator()(wire::Login& f);
  void operator()(wire::SlipOpen& f);
  void operator()(wire::SlipRedeemStaff& f);
  void operator()(wire::SlipRedeemCircle& f);
  void operator()(wire::CircleCreate& f);
  void operator()(wire::SendMessage& f);
  void operator()(wire::SendCommit& f);
  void operator()(wire::Ack& f);
  void operator()(wire::SlipMakeCircle& f);
  void operator()(wire::SlipMakeStaff& f);
  void operator()(wire::SlipRevoke& f);
  void operator()(wire::SlipRefresh& f);
  void operator()(wire::CircleLeave& f);
  void operator()(wire::Tally& f);
  void operator()(wire::ReleaseList& f);
  void operator()(wire::ReleaseGet& f);
  void operator()(wire::ProgrammesGet& f);
  void operator()(wire::StaffList& f);
  void operator()(wire::StaffName& f);
  void operator()(wire::StaffRemove& f);
  void operator()(wire::AssignmentMake& f);
  void operator()(wire::AssignmentGive& f);
  void operator()(wire::AssignmentEnd& f);
  void operator()(wire::AssignmentList& f);
  void operator()(wire::TalkAsk& f);
  void operator()(wire::TalkHad& f);
  void operator()(wire::ShareGet& f);
  void operator()(wire::ShareChange& f);
  // connection_passkeys.cpp
  void operator()(wire::PasskeyRegister& f);
  void operator()(wire::PasskeySignIn& f);
  void operator()(wire::PersonHere& f);

  // connection_queue.cpp
  void operator()(wire::DoorMake& f);
  void operator()(wire::WaitBegin& f);
  void operator()(wire::WaitSwitch& f);
  void operator()(wire::WaitEnd& f);
  void operator()(wire::QueueGet& f);
  void operator()(wire::QueueTake& f);
  void operator()(wire::WaitGive& f);
  void operator()(wire::WaitBack& f);

  // connection_attachments.cpp
  void operator()(wire::AttachBegin& f);
  void operator()(wire::AttachPut& f);
  void operator()(wire::AttachGet& f);
  void operator()(wire::AttachDone& f);

  [[nodiscard]] bool allowed(RequestId rid, Action action);
  [[nodiscard]] bool anonymous(RequestId rid);
  [[nodiscard]] std::optional<NewDevice> proven(RequestId rid, wire::Enrolment& enrolment);
  [[nodiscard]] bool proving(RequestId rid);
  void wrong_passkey(RequestId rid, ErrorCode code);
  void prove(Waiting waiting, RequestId rid, StoreRequest request);
  void ask(Waiting waiting, RequestId rid, StoreRequest request, const CircleId& circle_id = {});
};

/// What each answer of the store means for the client and for this connection.
struct Connection::Answers {
  Connection& c;
  Effects& out;
  Instant now;

  void answer(const Pending& pending, StoreResult result);
  void failed(const Pending& pending, const Failure& failure);

  [[nodiscard]] bool is_signed(const Pending& pending, const Key32& login_key) const;
  void found_device(const Pending& pending, const DeviceFound& device);
  void logged_in(const Pending& pending, LoginData login);
  void redeemed(const Pending& pending, RedeemedSlip slip);
  // connection_passkeys.cpp
  void ask_passkey(const Pending& pending, LoginData login);
  void passkey_proven(const Pending& pending);
  void appended(const Pending& pending, Appended appended);
  void fetched(const Pending& pending, Envelopes envelopes);
  void done(const Pending& pending);
  void work_changed(const Pending& pending, WorkChanged news);
  void tell_of_colleague(const RedeemedSlip& slip);
  // connection_queue.cpp
  void placed(const Pending& pending, Placed placed);
  void tell_place(RequestId rid, WaitingPlace place);
  void queue_seen(const Pending& pending, wire::Queue queue);
  void place_taken(const Pending& pending, TakenPlace taken);
  void no_queue_news(const Failure& failure);
  void asked_for_queue();
  void queue_changed(OrganisationId organisation);
  template <class F>
  void reply(const Pending& pending, F& frame);
  void unexpected(const Pending& pending);
};

}  // namespace bredvid::domain
