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
};

void add_data(CLI::App& command, DataFolder& data) {
  command.add_option("--data", data.root, "the data folder")->required()->type_name("DIR");
}

CLI::App* add_init(CLI::App& app, InitOptions& options) {
  CLI::App* command = app.add_subcommand("init", "Makes a data folder: configuration, encrypted database, key.");
  add_data(*command, options.data);
  command
      ->add_option("--config", options.config,
                   "the configuration to take over (default: one with every field spelled out)")
      ->type_name("FILE");
  command->add_flag("--dev-cert", options.dev_certificate, "also make a certificate for localhost, for development");
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
  return command;
}

OperatorResult<void> run(const CLI::App& app, Options& options, const Clock& clock, std::ostream& out) {
  if (app.got_subcommand("init")) return run_init(options.init, clock, out);
  if (app.got_subcommand("serve")) return run_serve(options.serve, clock, out);
  if (app.got_subcommand("slip")) {
    if (options.slip.base_url && !is_base_url(*options.slip.base_url))
      return operator_fail(ErrorCode::usage, "--base-url: https://host or https://host:port");
    if (options.slip.days < 1 || options.slip.days > 30) return operator_fail(ErrorCode::bad_expiry, "--days");
    return run_slip(options.slip, clock, out);
  }
  if (!options.until.empty()) {
    options.release.until = parse_date(options.until);
    if (!options.release.until) return operator_fail(ErrorCode::usage, "--until: a day written YYYY-MM-DD");
  }
  return run_release(options.release, clock, out);
}

}  // namespace

int run_command_line(int count, const char* const* words, const Clock& clock, std::ostream& out, std::ostream& err) {
  CLI::App app("Bredvid: a self-hosted line between parents and the people who stand beside them.", "bredvid");
  app.footer("Exit codes: 0, or the number of the error in schema/error_codes.csv.");
  app.require_subcommand(1);
  app.set_version_flag("--version", BREDVID_VERSION);
  Options options;
  add_init(app, options.init);
  add_serve(app, options.serve);
  add_slip(app, options.slip);
  add_release(app, options.release, options.until);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& failure) {
    if (failure.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(failure, out, err);
    print_error({ErrorCode::usage, failure.what()}, err);
    return exit_code(ErrorCode::usage);
  }
  const auto done = run(app, options, clock, out);
  if (done) return 0;
  print_error(done.error(), err);
  return exit_code(done.error().code);
}

}  // namespace bredvid::app
