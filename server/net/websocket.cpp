#include "server/net/websocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace bredvid::net {
namespace {

std::vector<std::uint8_t> close_payload(std::uint16_t code) {
  return {static_cast<std::uint8_t>(code >> 8), static_cast<std::uint8_t>(code)};
}

// What an upgrade's queue has room for without growing: most turns send fewer.
constexpr std::size_t kFewFrames = 4;

}  // namespace

WebSocket::WebSocket(Stream stream, Loop& loop, WebSocketUser& user)
    : stream_(std::move(stream)), loop_(loop), user_(user), heard_(loop.now()) {}

void WebSocket::start(std::vector<std::uint8_t> answer) {
  heard_ = loop_.now();
  queue({{}, std::move(answer)});
  // A client that spoke too early: OpenSSL may hold it already, and then the socket would not tell.
  if (stream_.has_pending()) {
    read_later();
  } else {
    wait(Want::read);
  }
  rearm();
}

// ---- writing ----

std::span<const std::uint8_t> WebSocket::Outgoing::body() const {
  if (const auto* own = std::get_if<std::vector<std::uint8_t>>(&payload)) return *own;
  return *std::get<SharedBytes>(payload);
}

bool WebSocket::has_room(std::size_t bytes) {
  if (!open_ || closing_) return false;
  const auto full = [&] {
    return queue_.size() - queue_at_ >= kMaxQueuedFrames || queued_bytes_ + bytes > kMaxQueuedBytes ||
           (blocked_on_ != Want::nothing && loop_.queues_full());
  };
  // One turn may have more to say than the queue holds: only what the peer does not take counts.
  if (full()) flush();
  return open_ && !full();
}

bool WebSocket::send(std::vector<std::uint8_t> frame) {
  if (!has_room(frame.size())) return false;
  const FrameHeader header = frame_header(Opcode::binary, frame.size());
  queue({header, std::move(frame)});
  return true;
}

bool WebSocket::send(SharedBytes frame) {
  if (!has_room(frame->size())) return false;
  const FrameHeader header = frame_header(Opcode::binary, frame->size());
  queue({header, std::move(frame)});
  return true;
}

void WebSocket::queue_control(Opcode opcode, std::vector<std::uint8_t> payload) {
  const FrameHeader header = frame_header(opcode, payload.size());
  queue({header, std::move(payload)});
}

void WebSocket::queue(Outgoing outgoing) {
  const std::size_t size = outgoing.size();
  queued_bytes_ += size;
  loop_.count_queued(static_cast<std::ptrdiff_t>(size));
  if (queue_.empty()) queue_.reserve(kFewFrames);
  queue_.push_back(std::move(outgoing));
  loop_.will_flush(user_);
}

std::span<const std::uint8_t> WebSocket::gather() {
  const std::span<std::uint8_t> buffer = loop_.write_buffer();
  std::size_t filled = 0;
  std::size_t skip = written_of_first_;
  const auto append = [&](std::span<const std::uint8_t> bytes) {
    const std::size_t skipped = std::min(skip, bytes.size());
    skip -= skipped;
    const auto rest = bytes.subspan(skipped);
    const std::size_t size = std::min(rest.size(), buffer.size() - filled);
    if (size > 0) std::memcpy(buffer.data() + filled, rest.data(), size);
    filled += size;
  };
  for (std::size_t i = queue_at_; i < queue_.size() && filled < buffer.size(); ++i) {
    append({queue_[i].header.bytes.data(), queue_[i].header.size});
    append(queue_[i].body());
  }
  return buffer.first(filled);
}

void WebSocket::written(std::size_t bytes) {
  blocked_since_ = kNever;
  if (closing_) closing_since_ = loop_.now();
  bytes += written_of_first_;
  while (queue_at_ < queue_.size() && bytes >= queue_[queue_at_].size()) {
    const std::size_t size = queue_[queue_at_].size();
    bytes -= size;
    queued_bytes_ -= size;
    loop_.count_queued(-static_cast<std::ptrdiff_t>(size));
    queue_[queue_at_].payload = {};
    ++queue_at_;
  }
  written_of_first_ = bytes;
  if (queue_at_ < queue_.size()) return;
  std::vector<Outgoing>().swap(queue_);
  queue_at_ = 0;
}

void WebSocket::flush() {
  if (!open_ || blocked_on_ != Want::nothing) return;
  while (queue_at_ < queue_.size()) {
    const Progress put = stream_.write(gather());
    if (put.want == Want::end) return end();
    if (put.want != Want::nothing) {
      // One turn may have queued more than all together may hold, before any of it was seen to wait.
      if (loop_.queues_full()) return end();
      blocked_on_ = put.want;
      if (blocked_since_ == kNever) blocked_since_ = loop_.now();
      wait(put.want);
      return rearm();
    }
    written(put.bytes);
  }
  if (closing_ && !close_sent_) after_last_write();
}

// ---- reading ----

void WebSocket::resume() {
  if (!paused_) return;
  paused_ = false;
  read();
}

void WebSocket::read() {
  if (!open_ || paused_) return;
  taken_ = 0;
  if (!unread_.empty()) {
    std::vector<std::uint8_t> earlier;
    earlier.swap(unread_);
    take(earlier);
  }
  for (int i = 0; i < kReadsPerTurn; ++i) {
    if (!open_ || paused_) return;
    if (!unread_.empty()) break;
    const std::span<std::uint8_t> buffer = loop_.read_buffer();
    if (deaf_) return stream_.discard(buffer) == Want::end ? end() : wait(Want::read);
    const Progress got = stream_.read(buffer);
    if (got.want == Want::end) return end();
    if (got.want != Want::nothing) {
      reads_on_ = got.want;
      return wait(got.want);
    }
    heard_ = loop_.now();
    pinged_ = false;
    take(buffer.first(got.bytes));
    if (open_ && !paused_ && unread_.empty() && !stream_.has_pending()) {
      reads_on_ = Want::read;
      return wait(Want::read);
    }
  }
  // There is more, but the others come first.
  read_later();
}

void WebSocket::read_later() {
  asio::post(loop_.executor(), [this, hold = user_.shared_from_this()] { loop_.turn([this] { read(); }); });
}

void WebSocket::take(std::span<std::uint8_t> bytes) {
  while (open_ && !deaf_ && !bytes.empty()) {
    if (paused_ || taken_ >= kFramesPerTurn) {
      unread_.assign(bytes.begin(), bytes.end());
      break;
    }
    const FrameReader::Event event = reader_.next(bytes);
    if (event.what == FrameReader::What::more) break;
    ++taken_;
    handle(event);
  }
  reader_.release();
  count_parts();
}

void WebSocket::handle(const FrameReader::Event& event) {
  switch (event.what) {
    case FrameReader::What::message:
      part_since_ = kNever;
      if (!closing_) user_.on_message(event.payload);
      return;
    case FrameReader::What::ping:
      // A peer that asks without reading gets no more answers than fit.
      if (has_room(event.payload.size())) queue_control(Opcode::pong, {event.payload.begin(), event.payload.end()});
      return;
    case FrameReader::What::close:
      return peer_closes(event.code);
    case FrameReader::What::not_binary:
      return refuse(CloseCode::not_binary);
    case FrameReader::What::too_large:
      return refuse(CloseCode::too_large);
    case FrameReader::What::protocol_error:
      return refuse(CloseCode::protocol_error);
    case FrameReader::What::pong:
    case FrameReader::What::more:
      return;
  }
}

void WebSocket::count_parts() {
  if (!open_) return;
  if (deaf_ || !reader_.unfinished()) {
    part_since_ = kNever;
  } else if (part_since_ == kNever) {
    part_since_ = loop_.now();
    rearm();
  }
  const std::size_t held = reader_.held_bytes();
  if (held == counted_part_) return;
  const auto change = static_cast<std::ptrdiff_t>(held) - static_cast<std::ptrdiff_t>(counted_part_);
  counted_part_ = held;
  loop_.count_part(change);
}

void WebSocket::drop_part() {
  reader_ = FrameReader(kMaxMessageBytes);
  refuse(CloseCode::try_again_later);
  count_parts();
}

// ---- closing ----

void WebSocket::refuse(CloseCode code) {
  deaf_ = true;
  close(code);
}

void WebSocket::close(CloseCode code) {
  if (!open_ || closing_) return;
  closing_ = code;
  closing_since_ = loop_.now();
  queue_control(Opcode::close, close_payload(static_cast<std::uint16_t>(code)));
  // What has come is not taken any more, but the peer's half of the closing handshake is waited for.
  // Not from in here: the message that is being handled may lie in the loop's read buffer.
  if (paused_) loop_.later([this, hold = user_.shared_from_this()] { resume(); });
  rearm();
}

void WebSocket::peer_closes(std::uint16_t code) {
  constexpr std::uint16_t kNoReason = 1005;
  peer_closed_ = true;
  deaf_ = true;
  if (close_sent_) return after_last_write();
  if (closing_) return;
  closing_ = static_cast<CloseCode>(code);
  closing_since_ = loop_.now();
  queue_control(Opcode::close, code == kNoReason ? std::vector<std::uint8_t>() : close_payload(code));
  rearm();
}

void WebSocket::after_last_write() {
  close_sent_ = true;
  closing_since_ = loop_.now();
  if (peer_closed_) {
    stream_.say_goodbye();
    return end();
  }
  // Nothing of the peer's can be understood any more: it learns from the socket that it is over. Closing at once
  // would reset the connection while bytes of its are unread, and could cost it the reason.
  if (deaf_) stream_.say_goodbye();
  rearm();
}

void WebSocket::end() {
  if (!std::exchange(open_, false)) return;
  stream_.close();
  loop_.count_queued(-static_cast<std::ptrdiff_t>(std::exchange(queued_bytes_, 0)));
  loop_.count_part(-static_cast<std::ptrdiff_t>(std::exchange(counted_part_, 0)));
  std::vector<Outgoing>().swap(queue_);
  queue_at_ = 0;
  user_.on_closed();
}

// ---- waiting ----

void WebSocket::wait(Want want) {
  bool& waiting = want == Want::write ? waits_to_write_ : waits_to_read_;
  if (std::exchange(waiting, true)) return;
  stream_.wait(want, [this, want, hold = user_.shared_from_this()](error_code failure) { on_ready(want, failure); });
}

void WebSocket::on_ready(Want want, error_code failure) {
  (want == Want::write ? waits_to_write_ : waits_to_read_) = false;
  if (!open_) return;
  loop_.turn([&] {
    if (failure) return end();
    if (blocked_on_ == want) {
      blocked_on_ = Want::nothing;
      flush();
    }
    if (reads_on_ == want) read();
  });
}

void WebSocket::set_alarm(Time alarm) {
  alarm_ = alarm;
  rearm();
}

void WebSocket::rearm() {
  const Limits& limits = loop_.limits();
  Time next = std::min(alarm_, heard_ + (pinged_ ? limits.websocket_idle : limits.websocket_idle / 2));
  if (closing_) next = std::min(next, closing_since_ + limits.websocket_close);
  if (blocked_since_ != kNever) next = std::min(next, blocked_since_ + limits.write_stall);
  if (part_since_ != kNever) next = std::min(next, part_since_ + limits.message);
  loop_.set_deadline(user_, next);
}

void WebSocket::on_deadline() {
  if (!open_) return;
  const Limits& limits = loop_.limits();
  const Time now = loop_.now();
  if (closing_ && now >= closing_since_ + limits.websocket_close) return end();
  if (blocked_since_ != kNever && now >= blocked_since_ + limits.write_stall) return end();
  if (now >= heard_ + limits.websocket_idle) return end();
  if (part_since_ != kNever && now >= part_since_ + limits.message) drop_part();
  if (!pinged_ && !closing_ && now >= heard_ + limits.websocket_idle / 2) {
    pinged_ = true;
    queue_control(Opcode::ping, {});
  }
  rearm();
}

}  // namespace bredvid::net
