#include "server/app/operator_message.h"

#include <ostream>

namespace bredvid::app {

std::string_view remedy(ErrorCode code) {
  switch (code) {
    case ErrorCode::data_exists:
      return "Use another --data folder, or remove this one if nothing in it is needed.";
    case ErrorCode::data_in_use:
      return "Stop the other one first, or wait until it has stopped.";
    case ErrorCode::key_unreadable:
      return "Put db.key back from where you keep its copy. Without it nobody can open the database.";
    case ErrorCode::key_wrong:
      return "Put the db.key back that belongs to this database, or restore the database from a backup. If rotate-key "
             "was "
             "interrupted on the way to another key source, name the new one.";
    case ErrorCode::database_old_gap:
      return "Install the version that wrote it, and upgrade from there.";
    case ErrorCode::cert_unreadable:
      return "Check certificate and certificate_key in config.json, and that this user may read both. For development: "
             "bredvid init --dev-cert";
    case ErrorCode::cert_mismatch:
      return "Give the key that the certificate was made for: certificate_key in config.json.";
    case ErrorCode::port_in_use:
      return "Stop the other program, or choose another port with --port or in config.json.";
    case ErrorCode::address_bad:
      return "Give an address of this machine with --address or in config.json; ports below 1024 need rights.";
    case ErrorCode::config_bad:
      return "Correct it; server/app/README.md lists every field.";
    case ErrorCode::static_missing:
      return "Build the client, and name its folder with --web.";
    case ErrorCode::usage:
      return "See: bredvid --help";
    case ErrorCode::disk_full:
      return "Make room and try again. Nothing was changed.";
    case ErrorCode::io_failed:
      return "Check that the file is there and that this user may read and write it.";
    case ErrorCode::bad_expiry:
      return "Give --days from 1 to 30.";
    case ErrorCode::nothing_due:
      return "Wait for the period's end and three days, or close it early with --until YYYY-MM-DD.";
    case ErrorCode::backup_bad:
      return "Take another backup file; then find out what is wrong with the disk that this one was on.";
    case ErrorCode::file_exists:
      return "Choose another name, or move that file away.";
    case ErrorCode::passphrase_bad:
      return "Type it on a terminal, or hand it over with --passphrase-fd N, never as a word of the command line.";
    case ErrorCode::resources_short:
      return "Make room, or raise the limit.";
    case ErrorCode::database_damaged:
      return "Keep this folder as it is, and put a backup back: bredvid restore --rehearse, then bredvid restore.";
    default:
      return {};
  }
}

void print_error(const OperatorError& error, std::ostream& out) {
  out << "bredvid: " << name(error.code) << ": " << sentence(error.code);
  if (!error.subject.empty()) out << " (" << error.subject << ")";
  out << "\n";
  if (const std::string_view what = remedy(error.code); !what.empty()) out << "what to do: " << what << "\n";
}

int exit_code(ErrorCode code) {
  return static_cast<int>(code);
}

}  // namespace bredvid::app
