#include "server/app/command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <ostream>

#include "server/app/civil_date.h"
#include "server/app/commands.h"
#include "server/app/operator_message.h"

namespace bredvid::app {
namespace {

const std::map<std::string, wire::Role> kRoles{
    {"supporter", wire::Role::supporter}, {"coordinator", wire::Role::coordinator}, {"lead", wire::Role::lead}};
const std::map<std::string, wire::OrgKind> kKinds{{"municipality", wire::OrgKind::municipality},
                                                  {"association", wire::OrgKind::association}};
const std::map<std::string, bool> kForms{{"qr", false}, {"typed", true}};

struct Options {
  InitOptions init;
  ServeOptions serve;
  SlipOptions slip;
  ReleaseOptions release;
  std::string until;
  BackupOptions backup;
  RestoreOptions restore;
  RotateOptions rotate;
  DoctorOptions doctor;
};

/// At most one of the three.
void add_key(CLI::App& command, KeyFlags& key, const std::string& prefix, const std::string& what) {
  CLI::Option* file =
      command.add_option("--" + prefix + "key-file", key.file, what + " is in this file")->type_name("FILE");
  CLI::Option* asked = command.add_flag("--" + prefix + "passphrase", key.passphrase,
                                        what + " comes from a passphrase that is asked for on the terminal");
  CLI::Option* read = command
                          .add_option("--" + prefix + "passphrase-fd", key.passphrase_fd,
                                      what + " comes from a passphrase that is read from this open descriptor")
                          ->check(CLI::Range(0, 1'000'000))
                          ->type_name("N");
  file->excludes(asked)->excludes(read);
  asked->excludes(read);
}

void add_cost(CLI::App& command, crypto::PasswordCost& cost) {
  static const std::map<std::string, crypto::PasswordCost> kCosts{{"moderate", kModerateCost},
                                                                  {"sensitive", kSensitiveCost}};
  command
      .add_option_function<std::string>(
          "--passphrase-cost", [&cost](const std::string& name) { cost = kCosts.at(name); },
          "moderate: about a second and 256 MiB; sensitive: four times as long (default: moderate)")
      ->check(CLI::IsMember({"moderate", "sensitive"}))
      ->type_name("COST");
}

void add_data(CLI::App& command, DataFolder& data) {
  command.add_option("--data", data.root, "the data folder")->required()->type_name("DIR");
  add_key(command, data.key, "", "the database's key");
}

CLI::App* add_init(CLI::App& app, InitOptions& options) {
  CLI::App* command = app.add_subcommand("init", "Makes a data folder: configuration, encrypted database, key.");
  add_data(*command, options.data);
  command
      ->add_option("--config", options.config,
                   "the configuration to take over (default: one with every field spelled out)")
      ->type_name("FILE");
  command->add_flag("--dev-cert", options.dev_certificate, "also make a certificate for localhost, for development");
  add_cost(*command, options.cost);
  return command;
}

CLI::App* add_serve(CLI::App& app, ServeOptions& options) {
  CLI::App* command = app.add_subcommand("serve", "Serves the web client and its people until SIGTERM.");
  add_data(*command, options.data);
  command->add_option("--web", options.web, "the built web client's folder")->required()->type_name("DIR");
  command->add_option("--address", options.address, "listen there instead of where config.json says")
      ->type_name("ADDRESS");
  command->add_option("--port", options.port, "and on that port; 0: the system chooses")->type_name("N");
  return command;
}

CLI::App* add_slip(CLI::App& app, SlipOptions& options) {
  CLI::App* command = app.add_subcommand("slip", "Makes a one-time slip for a member of staff.");
  add_data(*command, options.data);
  command->add_option("--role", options.role, "supporter, coordinator or lead")
      ->required()
      ->transform(CLI::Transformer(kRoles))
      ->type_name("ROLE");
  command->add_option("--org", options.kind, "municipality or association")
      ->required()
      ->transform(CLI::Transformer(kKinds))
      ->type_name("KIND");
  command->add_option("--org-name", options.organisation_name, "which one, when there are several of that kind")
      ->type_name("NAME");
  command
      ->add_option("--label", options.label,
                   "what coordinators will call whoever uses it (a colleague, never a parent)")
      ->type_name("NAME");
  command->add_option("--days", options.days, "how many days it is good for, 1 to 30")
      ->capture_default_str()
      ->type_name("N");
  command->add_option("--base-url", options.base_url, "begins the link (default: base_url of config.json)")
      ->type_name("URL");
  command->add_option("--form", options.typed, "qr: 256 bits; typed: 75 bits, short enough to type (default: qr)")
      ->transform(CLI::Transformer(kForms))
      ->type_name("FORM");
  command->add_flag("--json", options.json, "print one JSON object");
  return command;
}

CLI::App* add_release(CLI::App& app, ReleaseOptions& options, std::string& until) {
  CLI::App* command = app.add_subcommand("release", "Publishes the counts that are due, by the rule.");
  add_data(*command, options.data);
  command->add_option("--until", until, "close the open period early, with this as its last day")
      ->type_name("YYYY-MM-DD");
  CLI::Option_group* print = command->add_option_group("print", "instead of publishing");
  print->add_flag("--list", options.list, "list what was published: number, scope, first and last day");
  print->add_option("--show", options.show, "print a release as JSON")->type_name("N");
  print->add_option("--csv", options.csv, "print a release as CSV")->type_name("N");
  print->require_option(0, 1);
  return command;
}

void add_backup(CLI::App& app, BackupOptions& options) {
  CLI::App* command = app.add_subcommand("backup", "Copies the database, encrypted and checked, also while serving.");
  add_data(*command, options.data);
  command->add_option("--to", options.to, "the file to make; it must not exist")->required()->type_name("FILE");
}

void add_restore(CLI::App& app, RestoreOptions& options) {
  CLI::App* command = app.add_subcommand("restore", "Puts a backup in the database's place, which is kept aside.");
  add_data(*command, options.data);
  command->add_option("--from", options.from, "the backup")->required()->type_name("FILE");
  command->add_flag("--rehearse", options.rehearse, "check all of the backup, say what is in it, change nothing");
}

void add_rotate_key(CLI::App& app, RotateOptions& options) {
  CLI::App* command =
      app.add_subcommand("rotate-key", "Encrypts the database under a new key; the old one is destroyed.");
  add_data(*command, options.data);
  add_key(*command, options.to, "new-", "the new key");
  add_cost(*command, options.cost);
}

void add_doctor(CLI::App& app, DoctorOptions& options) {
  CLI::App* command = app.add_subcommand("doctor", "Looks at everything that a server needs and says what is wrong.");
  add_data(*command, options.data);
  command->add_option("--web", options.web, "also look at the built web client's folder")->type_name("DIR");
  command->add_option("--backup-days", options.backup_days, "how old the last backup may be, 1 to 365")
      ->check(CLI::Range(1, 365))
      ->capture_default_str()
      ->type_name("N");
  command->add_flag("--json", options.json, "print one JSON object");
}

OperatorResult<void> run(const CLI::App& app, Options& options, const Clock& clock, const Pause& pause,
                         std::ostream& out) {
  if (app.got_subcommand("init")) return run_init(options.init, clock, out);
  if (app.got_subcommand("serve")) return run_serve(options.serve, clock, pause, out);
  if (app.got_subcommand("slip")) {
    if (options.slip.base_url && !is_base_url(*options.slip.base_url))
      return operator_fail(ErrorCode::usage, "--base-url: https://host or https://host:port");
    if (options.slip.days < 1 || options.slip.days > 30) return operator_fail(ErrorCode::bad_expiry, "--days");
    return run_slip(options.slip, clock, out);
  }
  if (app.got_subcommand("backup")) return run_backup(options.backup, clock, out);
  if (app.got_subcommand("restore")) return run_restore(options.restore, clock, out);
  if (app.got_subcommand("rotate-key")) return run_rotate_key(options.rotate, out);
  if (!options.until.empty()) {
    if (options.release.list || options.release.show || options.release.csv)
      return operator_fail(ErrorCode::usage, "--until publishes, --list, --show and --csv print");
    options.release.until = parse_date(options.until);
    if (!options.release.until) return operator_fail(ErrorCode::usage, "--until: a day written YYYY-MM-DD");
  }
  return run_release(options.release, clock, out);
}

}  // namespace

int run_command_line(int count, const char* const* words, const Clock& clock, std::ostream& out, std::ostream& err,
                     const Pause& pause) {
  CLI::App app("Bredvid: a self-hosted line between parents and the people who stand beside them.", "bredvid");
  app.footer("Exit codes: 0, or the number of the error in schema/error_codes.csv.");
  app.require_subcommand(1);
  app.set_version_flag("--version", BREDVID_VERSION);
  Options options;
  add_init(app, options.init);
  add_serve(app, options.serve);
  add_slip(app, options.slip);
  add_release(app, options.release, options.until);
  add_backup(app, options.backup);
  add_restore(app, options.restore);
  add_rotate_key(app, options.rotate);
  add_doctor(app, options.doctor);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& failure) {
    if (failure.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(failure, out, err);
    print_error({ErrorCode::usage, failure.what()}, err);
    return exit_code(ErrorCode::usage);
  }
  if (app.got_subcommand("doctor")) {
    const auto code = run_doctor(options.doctor, clock, out);
    return code ? exit_code(*code) : 0;
  }
  const auto done = run(app, options, clock, pause, out);
  if (done) return 0;
  print_error(done.error(), err);
  return exit_code(done.error().code);
}

}  // namespace bredvid::app
